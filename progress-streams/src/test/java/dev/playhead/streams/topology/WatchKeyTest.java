package dev.playhead.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class WatchKeyTest {
    private final Serde<WatchKey> serde = WatchKey.serde();

    @Test
    void the_student_stands_before_a_zero_byte_so_that_no_other_student_has_the_same_beginning() {
        assertThat(bytes(new WatchKey("ana", "video123"))).isEqualTo("ana\0video123".getBytes(UTF_8));
    }

    @Test
    void it_comes_back_from_its_bytes() {
        WatchKey key = new WatchKey("josé|学生", "video:1.1_a-b");

        assertThat(serde.deserializer().deserialize("any", bytes(key))).isEqualTo(key);
    }

    private byte[] bytes(WatchKey key) {
        return serde.serializer().serialize("any", key);
    }
}
