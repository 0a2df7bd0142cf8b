package dev.playhead.query.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.playhead.query.running.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI document, and whether an answer is as it says.
record Document(JsonNode root) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Stream<JsonNode> operations() {
        return root.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    JsonNode operation(String method, String path) {
        return root.path("paths").path(path).path(method);
    }

    /// Holds an answer to an operation: its status, the headers that must be there, its type and body.
    void holds(JsonNode operation, Answer answer) {
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isMissingNode())
                .as("%d is not in the document", answer.status())
                .isFalse();
        response.path("headers").properties().stream()
                .filter(header -> header.getValue().path("required").asBoolean(false))
                .map(Map.Entry::getKey)
                .forEach(name -> assertThat(answer.header(name)).as(name).isNotEmpty());
        assertThat(answer.text().isEmpty()).isEqualTo(!response.has("content"));
        if (response.has("content")) {
            JsonNode content = response.path("content").path(answer.header("Content-Type"));
            assertThat(content.isMissingNode())
                    .as("%s is not in the document", answer.header("Content-Type"))
                    .isFalse();
            assertThat(errors(content.path("schema"), answer.text()))
                    .as(answer.text())
                    .isEmpty();
        }
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

    /// Follows a reference, if it is one.
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }
}
