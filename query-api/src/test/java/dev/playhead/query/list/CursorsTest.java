package dev.playhead.query.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final Cursors LIST = new Cursors("students of demo");

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "auth0|ana", "ána+b@example.org", "🎬"})
    void a_place_comes_back_as_it_was(String place) {
        String cursor = LIST.text(bytes(place));

        assertThat(LIST.place(cursor)).isEqualTo(bytes(place));
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void one_of_another_list_is_none_of_this() {
        assertMalformed(new Cursors("students of other").text(bytes("ana")));
    }

    @Test
    void one_with_a_byte_changed_or_missing_is_none() {
        byte[] cursor = Base64.getUrlDecoder().decode(LIST.text(bytes("ana")));
        for (int i = 0; i < cursor.length; i++) {
            byte[] changed = cursor.clone();
            changed[i] ^= 1;
            assertMalformed(Base64.getUrlEncoder().encodeToString(changed));
        }
        assertMalformed(LIST.text(bytes("ana")).substring(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "AA", "AAAAAA", "AQAAAAA", "not base64!", "ana", "===="})
    void what_nobody_said_is_none(String text) {
        assertMalformed(text);
    }

    private static void assertMalformed(String text) {
        assertThatThrownBy(() -> LIST.place(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type().status()).isEqualTo(400));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
