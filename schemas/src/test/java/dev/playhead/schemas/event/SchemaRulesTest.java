package dev.playhead.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRulesTest {
    @ParameterizedTest
    @MethodSource("records")
    void every_field_of_a_record_is_documented(Schema schema) {
        assertThat(schema.getDoc()).isNotBlank();
        assertThat(schema.getFields())
                .allSatisfy(field ->
                        assertThat(field.doc()).describedAs(field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void a_new_symbol_of_an_enum_breaks_no_old_reader(Schema schema) {
        assertThat(schema.getDoc()).isNotBlank();
        assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN");
    }

    static List<Schema> records() {
        return schemas(Schema.Type.RECORD);
    }

    static List<Schema> enums() {
        return schemas(Schema.Type.ENUM);
    }

    private static List<Schema> schemas(Schema.Type type) {
        return SchemaFolder.parse(Path.of("src/main/avro")).values().stream()
                .filter(schema -> schema.getType() == type)
                .toList();
    }
}
