package dev.playhead.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ArrivedBodyTest {
    private static final long BOUND = 1_000;

    @Test
    void what_has_come_whole_is_taken() throws IOException {
        var body = ArrivedBody.of(new Arriving("0123456789", 10, 10), BOUND);

        assertThat(body.isWhole()).isTrue();
        assertThat(body.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("0123456789");
    }

    @Test
    void what_was_taken_can_be_read_again_by_somebody_else() throws IOException {
        for (int first = 1; first <= 10; first++) {
            var request = new Arriving("0123456789", 10, first);
            var body = ArrivedBody.of(request, BOUND);

            var again = body.putBack(request);

            assertThat(body.isWhole()).isEqualTo(first == 10);
            assertThat(again.getInputStream().read()).isEqualTo('0');
            assertThat(again.getInputStream().readAllBytes())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("123456789");
            assertThat(again.getInputStream().isFinished()).isTrue();
        }
    }

    @Test
    void a_reader_gets_it_all_too() throws IOException {
        var request = new Arriving("0123456789", 10, 3);

        assertThat(ArrivedBody.of(request, BOUND).putBack(request).getReader().readLine())
                .isEqualTo("0123456789");
    }

    @Test
    void nobody_waits_for_what_has_not_come() throws IOException {
        assertUntouched(new Arriving("0123456789", 10, 0), BOUND);
    }

    @Test
    void what_is_too_large_or_of_unknown_length_is_left_to_others() throws IOException {
        assertUntouched(new Arriving("0123456789", 10, 10), 9);
        assertUntouched(new Arriving("x".repeat(5_000), 5_000, 5_000), 10_000);
        assertUntouched(new Arriving("0123456789", -1, 10), BOUND);
        assertUntouched(new Arriving("", 0, 0), BOUND);
    }

    private static void assertUntouched(Arriving request, long bound) throws IOException {
        var body = ArrivedBody.of(request, bound);

        assertThat(body.isWhole()).isFalse();
        assertThat(body.putBack(request)).isSameAs(request);
        assertThat(request.isRead).isFalse();
    }

    /// A body of which some has come, and of which more comes when it is read on.
    private static final class Arriving extends MockHttpServletRequest {
        private final byte[] content;
        private final int length;
        private final int arrived;
        private int at;
        private boolean isRead;

        Arriving(String content, int length, int arrived) {
            this.content = content.getBytes(StandardCharsets.US_ASCII);
            this.length = length;
            this.arrived = arrived;
        }

        @Override
        public long getContentLengthLong() {
            return length;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    isRead = true;
                    return at == content.length ? -1 : content[at++];
                }

                @Override
                public int read(byte[] target, int offset, int wanted) {
                    isRead = true;
                    if (at == content.length) {
                        return -1;
                    }
                    int count = Math.min(wanted, at < arrived ? arrived - at : content.length - at);
                    System.arraycopy(content, at, target, offset, count);
                    at += count;
                    return count;
                }

                @Override
                public int available() {
                    return arrived - at;
                }

                @Override
                public boolean isFinished() {
                    return at == content.length;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("nobody listens");
                }
            };
        }
    }
}
