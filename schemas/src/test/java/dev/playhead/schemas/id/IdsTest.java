package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"ana", "auth0|5f7c", "ana@school.example", "urn:x:y", "Åse", "学生"})
    void identity_providers_name_students_as_they_like(String id) {
        assertThat(Ids.isStudent(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a\u0000b", "a\nb", "a\u00a0b", "a\u202eb", "\ud800"})
    void but_not_with_what_would_break_a_path_or_a_key(String id) {
        assertThat(Ids.isStudent(id)).isFalse();
    }

    @Test
    void a_student_has_255_characters_at_most() {
        assertThat(Ids.isStudent("x".repeat(255))).isTrue();
        assertThat(Ids.isStudent("x".repeat(256))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"video123", "a", "1.2:x_y-Z", "short-1.1-1", "mocking"})
    void other_ids_are_plain(String id) {
        assertThat(Ids.isOther(id)).isTrue();
        assertThat(Ids.isMaterial(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "mock",
                "mock_1.1_1",
                "watch",
                "session",
                "sessions",
                "submodule",
                "all-session",
                "a/b",
                "a b",
                "é",
                "a|b"
            })
    void other_ids_are_no_reserved_words(String id) {
        assertThat(Ids.isOther(id)).isFalse();
        assertThat(Ids.isMaterial(id)).isFalse();
    }

    @Test
    void every_character_is_judged_as_the_pattern_says() {
        for (char c = 0; c < 0x250; c++) {
            String id = "a" + c;
            assertThat(Ids.isOther(id)).as("\\u%04x", (int) c).isEqualTo(id.matches(Ids.OTHER_PATTERN));
        }
    }

    @Test
    void other_ids_have_128_characters_at_most() {
        assertThat(Ids.isOther("x".repeat(128))).isTrue();
        assertThat(Ids.isOther("x".repeat(129))).isFalse();
    }

    @Test
    void a_material_cannot_pass_for_a_course_in_a_key() {
        assertThat(Ids.isMaterial("course:101")).isFalse();
        assertThat(Ids.isOther("course:101")).isTrue();
    }
}
