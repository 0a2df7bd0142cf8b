package dev.playhead.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.apache.avro.Schema;

/// A registry that speaks Confluent's HTTP API: Confluent's own, Apicurio's `ccompat`, Karapace
/// and others.
public final class SchemaRegistry {
    private final RegistryHttp http;

    private SchemaRegistry(RegistryHttp http) {
        this.http = http;
    }

    /// Takes Confluent's properties: `schema.registry.url` (several, comma-separated: the next is
    /// asked where one does not answer) and, for basic authentication, `basic.auth.user.info`.
    public static SchemaRegistry from(Map<String, ?> config) {
        return new SchemaRegistry(RegistryHttp.from(config));
    }

    /// The id under which the subject has this schema, which becomes its newest version if it has
    /// it not yet.
    public int register(String subject, Schema schema) {
        return id(http.post("/subjects/" + RegistryHttp.encode(subject) + "/versions", body(schema)));
    }

    public int idOf(String subject, Schema schema) {
        return id(http.post("/subjects/" + RegistryHttp.encode(subject), body(schema)));
    }

    public int latestId(String subject) {
        return id(http.get("/subjects/" + RegistryHttp.encode(subject) + "/versions/latest"));
    }

    public Schema schema(int id) {
        return new Schema.Parser()
                .parse(http.get("/schemas/ids/" + id).required("schema").asText());
    }

    public void keepCompatible(String subject, Compatibility compatibility) {
        http.put("/config/" + RegistryHttp.encode(subject), Map.of("compatibility", compatibility.name()));
    }

    private static int id(JsonNode answer) {
        return answer.required("id").asInt();
    }

    private static Map<String, String> body(Schema schema) {
        return Map.of("schema", schema.toString());
    }
}
