package dev.playhead.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

/// Avro's own encoder says what the bytes are.
class ValueEncoderTest {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final int VALUES = 2_000;

    @Test
    void whatever_is_written_is_as_avro_writes_it() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder theirs = EncoderFactory.get().binaryEncoder(bytes, null);
        ValueEncoder ours = new ValueEncoder();

        write(theirs);
        write(ours);

        assertThat(ours.toByteArray()).as("-Dplayhead.seed=%d", SEED).isEqualTo(bytes.toByteArray());
    }

    @Test
    void what_goes_before_a_value_is_as_it_is() {
        ValueEncoder encoder = new ValueEncoder();

        encoder.writeFixedByte((byte) 7);
        encoder.writeFixedInt(0x01_02_03_84);

        assertThat(encoder.toByteArray()).containsExactly(7, 1, 2, 3, 0x84);
    }

    private static void write(Encoder encoder) throws IOException {
        SplittableRandom dice = new SplittableRandom(SEED);
        for (int i = 0; i < VALUES; i++) {
            write(encoder, dice);
        }
        encoder.flush();
    }

    private static void write(Encoder encoder, SplittableRandom dice) throws IOException {
        switch (dice.nextInt(12)) {
            case 0 -> encoder.writeBoolean(dice.nextBoolean());
            case 1 -> encoder.writeInt(dice.nextInt() >> dice.nextInt(32));
            case 2 -> encoder.writeLong(dice.nextLong() >> dice.nextInt(64));
            case 3 -> encoder.writeFloat((float) dice.nextDouble());
            case 4 -> encoder.writeDouble(dice.nextDouble());
            case 5 -> encoder.writeString("aé€😀".repeat(dice.nextInt(100)));
            case 6 -> encoder.writeString(new Utf8("aé".repeat(dice.nextInt(3))));
            case 7 -> encoder.writeFixed(new byte[] {1, 2, 3, 4}, 1, 2);
            case 8 -> encoder.writeBytes(ByteBuffer.wrap(new byte[dice.nextInt(1_000)]));
            case 9 -> writeArray(encoder, dice.nextInt(3));
            case 10 -> encoder.writeEnum(dice.nextInt(5));
            default -> encoder.writeIndex(dice.nextInt(2));
        }
    }

    private static void writeArray(Encoder encoder, int size) throws IOException {
        encoder.writeArrayStart();
        encoder.setItemCount(size);
        for (int i = 0; i < size; i++) {
            encoder.startItem();
            encoder.writeLong(i);
        }
        encoder.writeArrayEnd();
    }
}
