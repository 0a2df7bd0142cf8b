package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchBodyTest {
    private static final byte[] BODY = "[1, 2, 3]".getBytes(StandardCharsets.UTF_8);
    private static final int MAX = (int) BatchBody.UNPACKED_MAX.toBytes();

    @Test
    void is_read_as_it_is_or_unpacked() throws IOException {
        assertThat(read(BODY, null)).isEqualTo(BODY);
        assertThat(read(BODY, "identity")).isEqualTo(BODY);
        assertThat(read(Packed.gzip(BODY), "gzip")).isEqualTo(BODY);
        assertThat(read(Packed.gzip(BODY), "GZIP")).isEqualTo(BODY);
        assertThat(read(Packed.gzip(new byte[0]), "gzip")).isEmpty();
    }

    @Test
    void may_be_as_large_as_its_bound_and_no_larger() throws IOException {
        assertThat(read(new byte[MAX], null)).hasSize(MAX);
        assertThat(read(Packed.gzip(new byte[MAX]), "gzip")).hasSize(MAX);
        refused(ProblemType.TOO_LARGE, () -> read(new byte[MAX + 1], null));
        refused(ProblemType.TOO_LARGE, () -> read(Packed.gzip(new byte[MAX + 1]), "gzip"));
    }

    @Test
    void of_a_bomb_no_more_is_unpacked_than_the_bound() {
        byte[] packed = Packed.bomb("[", 64);
        ByteArrayInputStream source = new ByteArrayInputStream(packed);

        refused(
                ProblemType.TOO_LARGE,
                () -> BatchBody.of(new BatchRequest(source, "gzip", false)).readAllBytes());

        // 2 of 64 megabytes, and what was read ahead.
        assertThat(packed.length - source.available()).isLessThan(packed.length / 16);
    }

    @Test
    void byte_by_byte_it_is_bounded_too() throws IOException {
        try (BatchBody body = BatchBody.of(new BatchRequest(new ByteArrayInputStream(new byte[MAX + 1]), null, true))) {
            for (int i = 0; i < MAX; i++) {
                assertThat(body.read()).isZero();
            }
            refused(ProblemType.TOO_LARGE, body::read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "", "zstd"})
    void packed_in_another_way_is_not_supported(String encoding) {
        refused(ProblemType.UNSUPPORTED_MEDIA_TYPE, () -> read(BODY, encoding));
    }

    @Test
    void that_is_no_whole_gzip_is_malformed() {
        byte[] packed = Packed.gzip(BODY);
        byte[] broken = packed.clone();
        broken[packed.length - 6] ^= 1;

        refused(ProblemType.MALFORMED, () -> read(BODY, "gzip"));
        refused(ProblemType.MALFORMED, () -> read(new byte[0], "gzip"));
        refused(ProblemType.MALFORMED, () -> read(Arrays.copyOf(packed, packed.length - 9), "gzip"));
        refused(ProblemType.MALFORMED, () -> read(broken, "gzip"));
    }

    private static byte[] read(byte[] body, @Nullable String encoding) throws IOException {
        try (BatchBody unpacked = BatchBody.of(new BatchRequest(new ByteArrayInputStream(body), encoding, false))) {
            return unpacked.readAllBytes();
        }
    }

    private static void refused(ProblemType type, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(e -> e.problem().type())
                .isEqualTo(type);
    }
}
