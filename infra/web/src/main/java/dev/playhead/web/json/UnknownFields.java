package dev.playhead.web.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.Serial;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/// Jackson can ignore unknown fields for a type where it refuses them for all, but not the other
/// way round. So it is told to refuse, and here every type that does not ask for that is told to
/// ignore.
final class UnknownFields extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
        // Asked of fields as well, where an answer would count more than that of the field's type.
        return annotated instanceof AnnotatedClass && !annotated.hasAnnotation(RefuseUnknown.class)
                ? JsonIgnoreProperties.Value.forIgnoreUnknown(true)
                : JsonIgnoreProperties.Value.empty();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }
}
