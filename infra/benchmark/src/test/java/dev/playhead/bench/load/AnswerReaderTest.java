package dev.playhead.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    @Test
    void a_body_has_a_length_or_comes_in_chunks_and_the_next_answer_begins_behind_it() throws IOException {
        AnswerReader answers = reader("""
                HTTP/1.1 202
                Playhead-Written: abc
                content-length: 5

                firstHTTP/1.1 200 OK
                Transfer-Encoding: chunked

                4
                seco
                a
                nd, longer
                0

                HTTP/1.1 204 No Content
                Connection: close

                """);

        Answer first = answers.read();
        Answer second = answers.read();
        Answer third = answers.read();

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text()).isEqualTo("first");
        assertThat(first.header("playhead-written")).contains("abc");
        assertThat(first.header("Playhead")).isEmpty();
        assertThat(first.isLast()).isFalse();
        assertThat(second.text()).isEqualTo("second, longer");
        assertThat(third.status()).isEqualTo(204);
        assertThat(third.isLast()).isTrue();
    }

    @Test
    void a_body_may_be_longer_than_what_is_read_at_once() throws IOException {
        String body = "x".repeat(50_000);

        Answer answer = reader("HTTP/1.1 200\nContent-Length: 50000\n\n" + body).read();

        assertThat(answer.text()).isEqualTo(body);
    }

    @Test
    void what_ends_too_early_is_no_answer() {
        assertThatThrownBy(() -> reader("").read()).isInstanceOf(EOFException.class);
        assertThatThrownBy(
                        () -> reader("HTTP/1.1 200\nContent-Length: 5\n\nfour").read())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("SSH-2.0-x\n\n").read()).hasMessage("No answer of HTTP/1.1: SSH-2.0-x");
    }

    private static AnswerReader reader(String lines) {
        return new AnswerReader(
                new ByteArrayInputStream(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }
}
