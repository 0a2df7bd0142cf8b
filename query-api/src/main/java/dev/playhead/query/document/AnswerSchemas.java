package dev.playhead.query.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers are records that are written as they are: all of their fields are always there, and null
/// only where the code says so. Where nothing is written for null, such a field may be missing. What
/// callers send may be anything, and is null in the code where they leave it out: there a field says
/// by itself that it is required.
public final class AnswerSchemas extends ModelResolver {
    private static final String OURS = "dev.playhead.query.";
    private static final String REFERENCE = "#/components/schemas/";

    public AnswerSchemas() {
        super(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> schema = super.resolve(type, context, next);
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (schema != null && raw.isRecord() && raw.getName().startsWith(OURS)) {
            complete(defined(schema, context), raw);
        }
        return schema;
    }

    private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        Schema<?> named =
                reference == null ? null : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
        return named == null ? schema : named;
    }

    private static void complete(Schema<?> schema, Class<?> answer) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        Set<String> nullable = nullable(answer);
        Set<String> required = new TreeSet<>(properties.keySet());
        if (answer.isAnnotationPresent(JsonInclude.class)) {
            required.removeAll(nullable);
        } else {
            properties.replaceAll((name, property) -> nullable.contains(name) ? orNull(property) : property);
        }
        schema.setRequired(new ArrayList<>(required));
        schema.setAdditionalProperties(false);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of("null"))));
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        return property;
    }

    private static Set<String> nullable(Class<?> answer) {
        return Arrays.stream(answer.getRecordComponents())
                .filter(each -> each.getAnnotatedType().isAnnotationPresent(Nullable.class) && !isAsked(each))
                .map(RecordComponent::getName)
                .map(SnakeCaseStrategy.INSTANCE::translate)
                .collect(Collectors.toSet());
    }

    private static boolean isAsked(RecordComponent component) {
        ArraySchema said = component.getAccessor().getAnnotation(ArraySchema.class);
        return said != null && said.arraySchema().requiredMode() == RequiredMode.REQUIRED;
    }
}
