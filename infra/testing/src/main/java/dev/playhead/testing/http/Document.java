package dev.playhead.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI document, and whether an answer is as it says.
public record Document(JsonNode root) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public Stream<JsonNode> operations() {
        return root.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    public JsonNode operation(String method, String path) {
        return root.path("paths").path(path).path(method);
    }

    /// Holds an answer to an operation: its status, the headers that must be there, its type and body.
    public void holds(JsonNode operation, int status, HttpHeaders headers, String body) {
        JsonNode response = resolved(operation.path("responses").path(Integer.toString(status)));
        assertThat(response.isMissingNode())
                .as("%d is not in the document: %s", status, body)
                .isFalse();
        required(response)
                .forEach(name ->
                        assertThat(headers.firstValue(name).orElse("")).as(name).isNotEmpty());
        assertThat(body.isEmpty()).as(body).isEqualTo(!response.has("content"));
        if (response.has("content")) {
            holds(response.path("content"), headers.firstValue("Content-Type").orElse(""), body);
        }
    }

    private void holds(JsonNode contents, String type, String body) {
        JsonNode content = contents.path(type);
        assertThat(content.isMissingNode())
                .as("%s is not in the document", type)
                .isFalse();
        assertThat(errors(content.path("schema"), body)).as(body).isEmpty();
    }

    private static Stream<String> required(JsonNode response) {
        return response.path("headers").properties().stream()
                .filter(header -> header.getValue().path("required").asBoolean(false))
                .map(Map.Entry::getKey);
    }

    /// What is wrong with the JSON by a schema of this document.
    public List<String> errors(JsonNode schema, String json) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", root.path("components"));
        return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    public JsonNode requestSchema(JsonNode operation) {
        return operation.at("/requestBody/content/application~1json/schema");
    }

    /// Follows a reference, if it is one.
    public JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }
}
