package dev.playhead.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.playhead.ingest.Answer;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI document, and whether an answer is as it says.
record Document(JsonNode root) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Document of(Answer answer) {
        return new Document(JSON.readTree(answer.body()));
    }

    Stream<JsonNode> operations() {
        return root.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    JsonNode operation(String method, String path) {
        return root.path("paths").path(path).path(method);
    }

    /// Holds an answer to an operation: its status, its type, the headers that must be there and the body.
    void holds(JsonNode operation, Answer answer) {
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isMissingNode())
                .as("%s is not in the document", answer)
                .isFalse();
        String type = answer.header("Content-Type");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isMissingNode())
                .as("%s is not in the document", type)
                .isFalse();
        assertThat(errors(content.path("schema"), answer.body()))
                .as(answer.body())
                .isEmpty();
        response.path("headers")
                .propertyNames()
                .forEach(name -> assertThat(answer.header(name)).as(name).isNotEmpty());
    }

    /// What is wrong with the JSON by a schema of this document.
    List<String> errors(JsonNode schema, String json) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", root.path("components"));
        return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    JsonNode requestSchema(JsonNode operation) {
        return operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    /// Follows a reference, if it is one.
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }
}
