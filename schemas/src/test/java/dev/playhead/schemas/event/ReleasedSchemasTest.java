package dev.playhead.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.serde.Compatibility;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What stands in `schemas/released` was deployed; the schemas of today must live with it.
class ReleasedSchemasTest {
    private static final Map<String, Schema> CURRENT = SchemaFolder.parse(Path.of("src/main/avro"));

    @ParameterizedTest
    @MethodSource("released")
    void a_released_schema_is_kept(Path release) {
        for (Map.Entry<Schema, Compatibility> event : Evolution.EVENTS.entrySet()) {
            Schema then = SchemaFolder.parse(release).get(event.getKey().getFullName());
            if (then != null) {
                Schema now = Objects.requireNonNull(CURRENT.get(event.getKey().getFullName()));
                assertThat(Evolution.breaks(event.getValue(), then, now))
                        .describedAs("%s since %s", now.getFullName(), release.getFileName())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void no_released_event_is_gone(Path release) {
        assertThat(CURRENT.keySet()).containsAll(SchemaFolder.parse(release).keySet());
    }

    static List<Path> released() throws IOException {
        return SchemaFolder.folders(Path.of("released"));
    }

    @Nested
    class What_would_break {
        private final Schema heartbeat = Heartbeat.getClassSchema();

        @Test
        void a_new_field_without_a_default() {
            Schema broken = SchemaEdit.of(heartbeat).adding("{\"name\":\"mood\",\"type\":\"string\"}");
            assertThat(Evolution.breaks(Compatibility.FULL_TRANSITIVE, heartbeat, broken))
                    .isNotEmpty();
            assertThat(Evolution.breaks(Compatibility.BACKWARD, heartbeat, broken))
                    .isNotEmpty();
        }

        @Test
        void a_required_field_gone() {
            Schema broken =
                    SchemaEdit.of(heartbeat).keeping(named("position_ms").negate());
            assertThat(Evolution.breaks(Compatibility.FULL_TRANSITIVE, heartbeat, broken))
                    .isNotEmpty();
            assertThat(Evolution.breaks(Compatibility.BACKWARD, heartbeat, broken))
                    .isEmpty();
        }

        @Test
        void but_not_an_optional_field_more() {
            Schema fine = SchemaEdit.of(heartbeat)
                    .adding("{\"name\":\"mood\",\"type\":[\"null\",\"string\"],\"default\":null}");
            assertThat(Evolution.breaks(Compatibility.FULL_TRANSITIVE, heartbeat, fine))
                    .isEmpty();
        }

        private static Predicate<Schema.Field> named(String name) {
            return field -> field.name().equals(name);
        }
    }
}
