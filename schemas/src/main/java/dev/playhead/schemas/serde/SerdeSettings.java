package dev.playhead.schemas.serde;

import java.util.Map;

/// The settings that the serializer and the deserializer take, by the names that Confluent's take
/// them, so that those can be put in their place.
record SerdeSettings(boolean autoRegister, boolean useLatest, boolean specificReader, SubjectNaming naming) {
    static final String REGISTRY_URL = "schema.registry.url";
    static final String USER_INFO = "basic.auth.user.info";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String VALUE_NAMING = "value.subject.name.strategy";

    static SerdeSettings from(Map<String, ?> config) {
        return new SerdeSettings(
                flag(config, AUTO_REGISTER, true),
                flag(config, USE_LATEST, false),
                flag(config, SPECIFIC_READER, false),
                SubjectNaming.named(config.get(VALUE_NAMING)));
    }

    private static boolean flag(Map<String, ?> config, String name, boolean otherwise) {
        Object value = config.get(name);
        return value == null ? otherwise : Boolean.parseBoolean(value.toString());
    }
}
