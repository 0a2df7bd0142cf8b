package dev.playhead.bench.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.sample.Heartbeats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatBytesTest {
    private static final byte[] HEADER = {0, 0, 0, 0, 9};

    @ParameterizedTest
    @CsvSource({"ana, 1, video123", "ana, 40, v", "a, 100, video"})
    void the_material_is_found_however_long_the_ids_are(String student, int times, String material) throws IOException {
        Heartbeat heartbeat = Heartbeats.heartbeat()
                .student(student.repeat(times))
                .video(material.repeat(times))
                .build();

        assertThat(new String(HeartbeatBytes.material(onTheWire(heartbeat)), StandardCharsets.UTF_8))
                .isEqualTo(material.repeat(times));
    }

    private static byte[] onTheWire(Heartbeat heartbeat) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEADER);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<>(Heartbeat.class).write(heartbeat, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
