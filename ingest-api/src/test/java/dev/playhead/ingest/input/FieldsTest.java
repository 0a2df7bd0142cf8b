package dev.playhead.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FieldsTest {
    private final Errors errors = new Errors();

    @Test
    void a_field_that_is_null_is_not_there() {
        Fields fields = fields("{'a': null}");

        assertThat(fields.string("a")).isNull();
        assertThat(errors.isEmpty()).isTrue();
        fields.require("a", "b");
        assertErrors("a is required", "b is required");
    }

    @Test
    void bounds_are_within() {
        Fields fields = fields("{'a': 1, 'b': 10, 'c': 0.999, 'd': 10.001, 'e': 11}");

        assertThat(number(fields, "a")).isEqualByComparingTo("1");
        assertThat(number(fields, "b")).isEqualByComparingTo("10");
        assertThat(number(fields, "c")).isNull();
        assertThat(number(fields, "d")).isNull();
        assertThat(fields.whole("b", 1, 10)).isEqualTo(10);
        assertThat(fields.whole("e", 1, 10)).isNull();
        assertErrors("c must be from 1 to 10", "d must be from 1 to 10", "e must be from 1 to 10");
    }

    @Test
    void a_value_is_what_it_says_it_is() {
        Fields fields = fields("{'a': '1', 'b': 1.0, 'c': 1, 'd': 'true', 'e': {}, 'f': 18446744073709551616}");

        assertThat(number(fields, "a")).isNull();
        assertThat(fields.whole("b", 0, 10)).isNull();
        assertThat(fields.string("c")).isNull();
        assertThat(fields.flag("d")).isNull();
        assertThat(fields.array("e")).isNull();
        assertThat(fields.whole("f", 0, Long.MAX_VALUE)).isNull();
        assertErrors(
                "a must be a number",
                "b must be a whole number",
                "c must be a string",
                "d must be true or false",
                "e must be an array",
                "f must be from 0 to 9223372036854775807");
    }

    @Test
    void paths_lead_to_where_it_is() {
        Fields fields = fields("{'a': [{'b': {'c': 5}}, 7]}");

        Fields inner = Objects.requireNonNull(fields.objects("a").getFirst().object("b"));

        assertThat(inner.string("c")).isNull();
        assertErrors("a[1] must be an object", "a[0].b.c must be a string");
    }

    @Test
    void unknown_fields_and_words_are_named() {
        Fields fields = fields("{'a': 'x', 'z': 1}");

        fields.refuseAllBut(Set.of("a"));
        assertThat(fields.word("a", Map.of("p", 1, "o", 2))).isNull();
        assertErrors("z is not a known field", "a must be one of o, p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\u0007b", "a\ud800", "eleven char"})
    void text_that_nobody_could_read_or_keep_is_refused(String text) {
        assertThat(Text.wrong(text, 10)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "äöü", "视频", "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬", "two\nlines"})
    void text_of_any_language_is_taken(String text) {
        assertThat(Text.wrong(text, 10)).isEmpty();
    }

    @Test
    void a_body_of_nothing_but_mistakes_makes_no_larger_answer() {
        for (int i = 0; i < 10_000; i++) {
            errors.add("f" + i, "is wrong");
        }

        assertThat(errors.problem().errors()).hasSize(Errors.TOLD_MAX);
    }

    @Test
    void a_body_that_is_no_object_is_told() {
        assertThat(Fields.of(JsonMapper.shared().readTree("[]"), errors)).isEmpty();
        assertErrors("body must be an object");
    }

    private static @Nullable BigDecimal number(Fields fields, String name) {
        return fields.number(name, BigDecimal.ONE, BigDecimal.TEN);
    }

    private Fields fields(String json) {
        return Fields.of(JsonMapper.shared().readTree(json.replace('\'', '"')), errors)
                .orElseThrow();
    }

    private void assertErrors(String... expected) {
        assertThat(errors.problem().errors())
                .extracting(error -> error.field() + " " + error.message())
                .containsExactly(expected);
    }
}
