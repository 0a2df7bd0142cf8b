package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTokenTest {
    private static final String TOPIC = "playhead.activity";

    @Test
    void a_token_comes_back_as_it_went() {
        WriteToken token = new WriteToken(TOPIC, 11, Long.MAX_VALUE);
        assertThat(WriteToken.parse(TOPIC, token.text())).contains(token);
    }

    @Test
    void a_token_of_another_topic_is_foreign() {
        assertThat(WriteToken.parse("north.activity", new WriteToken(TOPIC, 1, 2).text()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "nonsense!", "AQAAAAEAAAAAAAAAAgAAAAA"})
    void what_is_no_token_is_none(String text) {
        assertThat(WriteToken.parse(TOPIC, text)).isEmpty();
    }

    @Test
    void a_token_with_something_behind_it_is_none() {
        String longer = new WriteToken(TOPIC, 1, 2).text() + "AAAA";
        assertThat(WriteToken.parse(TOPIC, longer)).isEmpty();
    }
}
