package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class BatchFormatsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String WRONG = "-";

    @Nested
    class AnArray {
        @Test
        void has_its_elements_whatever_they_are() {
            assertThat(array(" [{\"a\": [1, {}]}, null, 5, \"x\", [[]], {}] "))
                    .containsExactly("{\"a\":[1,{}]}", "null", "5", "\"x\"", "[[]]", "{}");
            assertThat(array("[]")).isEmpty();
        }

        @Test
        void is_heard_element_by_element() {
            List<String> heard = new ArrayList<>();

            assertThatThrownBy(() -> JsonArrayBatch.read(JSON, stream("[1, 2, oops]"), element -> hear(element, heard)))
                    .isInstanceOf(StreamReadException.class);

            assertThat(heard).containsExactly("1", "2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "[1", "[1,", "[1 2]", "[{]", "[1,]", "{\"a\": ", "nul"})
        void that_is_no_json_is_refused_whole(String body) {
            assertThatThrownBy(() -> array(body)).isInstanceOf(StreamReadException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "[1] [2]", "[] 5"})
        void that_is_not_there_or_goes_on_is_malformed(String body) {
            refused(ProblemType.MALFORMED, body);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"a\": [1]}", "5", "null", "\"[]\""})
        void is_needed(String body) {
            refused(ProblemType.INVALID, body);
        }

        private static void refused(ProblemType type, String body) {
            assertThatThrownBy(() -> array(body))
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .extracting(e -> e.problem().type())
                    .isEqualTo(type);
        }
    }

    @Nested
    class Lines {
        @Test
        void are_elements_and_blank_ones_are_none() throws IOException {
            assertThat(lines("{\"a\":1}\n\n  \t\r\n{\"a\":2}\r\n{\"a\":3}"))
                    .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
            assertThat(lines("")).isEmpty();
            assertThat(lines("\n\n")).isEmpty();
        }

        @Test
        void that_are_no_json_refuse_themselves_alone() throws IOException {
            assertThat(lines("{\"a\":1}\n{\"a\":\n{\"a\":2}}\n{} {}\n[1\n2\noops\n{\"a\":3}\n"))
                    .containsExactly("{\"a\":1}", WRONG, WRONG, WRONG, WRONG, "2", WRONG, "{\"a\":3}");
        }

        @Test
        void that_are_not_utf_8_refuse_themselves_alone() throws IOException {
            byte[] bytes = "{\"a\":\"?\"}\n{}".getBytes(StandardCharsets.UTF_8);
            bytes[6] = (byte) 0xff;

            List<String> heard = new ArrayList<>();
            NdjsonBatch.read(JSON, new ByteArrayInputStream(bytes), element -> hear(element, heard));

            assertThat(heard).containsExactly(WRONG, "{}");
        }

        @Test
        void that_nest_too_deeply_refuse_themselves_alone() throws IOException {
            assertThat(lines("[".repeat(100_000) + "\n{}")).containsExactly(WRONG, "{}");
        }
    }

    private static List<String> array(String body) {
        List<String> heard = new ArrayList<>();
        JsonArrayBatch.read(JSON, stream(body), element -> hear(element, heard));
        return heard;
    }

    private static List<String> lines(String body) throws IOException {
        List<String> heard = new ArrayList<>();
        NdjsonBatch.read(JSON, stream(body), element -> hear(element, heard));
        return heard;
    }

    private static void hear(BatchElement element, List<String> heard) {
        heard.add(
                switch (element) {
                    case BatchElement.Read read -> read.said().tree().toString();
                    case BatchElement.Unreadable unreadable -> WRONG;
                });
    }

    private static ByteArrayInputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }
}
