package dev.playhead.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/// Avro's own decoder says what the bytes are.
class ValueDecoderTest {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final int VALUES = 2_000;
    private static final int KINDS = 13;
    private static final int BLOCK = 64;

    @Test
    void whatever_avro_wrote_is_read_as_avro_reads_it() throws IOException {
        byte[] bytes = written(EncoderFactory.get().binaryEncoder(new ByteArrayOutputStream(), null));
        ValueDecoder ours = new ValueDecoder(bytes, 0);

        assertThat(read(ours))
                .as("-Dplayhead.seed=%d", SEED)
                .isEqualTo(read(DecoderFactory.get().binaryDecoder(bytes, null)));
        assertThat(ours.isEnd()).isTrue();
    }

    @Test
    void items_that_have_their_length_before_them_are_read_and_skipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder blocks = new EncoderFactory().configureBlockSize(BLOCK).blockingBinaryEncoder(bytes, null);
        for (int i = 0; i < 2; i++) {
            blocks.writeArrayStart();
            blocks.setItemCount(3 * BLOCK);
            for (int item = 0; item < 3 * BLOCK; item++) {
                blocks.startItem();
                blocks.writeLong(item);
            }
            blocks.writeArrayEnd();
        }
        blocks.flush();
        ValueDecoder decoder = new ValueDecoder(bytes.toByteArray(), 0);

        assertThat(items(decoder)).hasSize(3 * BLOCK).startsWith(0L, 1L).endsWith(3L * BLOCK - 1);
        for (long left = decoder.skipArray(); left > 0; left = decoder.skipArray()) {
            for (; left > 0; left--) {
                decoder.readLong();
            }
        }
        assertThat(decoder.isEnd()).isTrue();
    }

    @Test
    void what_is_skipped_is_not_there() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeString("skipped");
        encoder.writeBytes(new byte[7]);
        encoder.writeFixed(new byte[3]);
        encoder.writeInt(-5);
        encoder.flush();
        ValueDecoder decoder = new ValueDecoder(bytes.toByteArray(), 0);

        decoder.skipString();
        decoder.skipBytes();
        decoder.skipFixed(3);

        assertThat(decoder.remainingBytes()).isEqualTo(1);
        assertThat(decoder.readInt()).isEqualTo(-5);
    }

    @Test
    void what_is_cut_short_is_refused_wherever_it_is() throws IOException {
        byte[] bytes = written(EncoderFactory.get().binaryEncoder(new ByteArrayOutputStream(), null));
        for (int length = 0; length < bytes.length; length += 1 + length / 100) {
            ValueDecoder cut = new ValueDecoder(Arrays.copyOf(bytes, length), 0);
            assertThatThrownBy(() -> read(cut)).isInstanceOfAny(EOFException.class, AvroRuntimeException.class);
        }
    }

    /// Or one record asks for all the memory there is.
    @Test
    void no_more_items_are_believed_than_there_are_bytes() {
        for (long items : List.of(4L, Integer.MAX_VALUE - 8L, Long.MAX_VALUE, -Long.MAX_VALUE, Long.MIN_VALUE)) {
            byte[] bytes = number(items);

            assertThatThrownBy(() -> new ValueDecoder(bytes, 0).readArrayStart())
                    .as("%d", items)
                    .isInstanceOfAny(EOFException.class, AvroRuntimeException.class);
            assertThatThrownBy(() -> new ValueDecoder(bytes, 0).readMapStart())
                    .isInstanceOfAny(EOFException.class, AvroRuntimeException.class);
        }
    }

    @Test
    void lengths_and_numbers_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new ValueDecoder(number(-1), 0).readString()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> new ValueDecoder(number(1L << 40), 0).readBytes(null))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> new ValueDecoder(number(1L << 31), 0).readInt())
                .isInstanceOf(InvalidNumberEncodingException.class);
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0xff);
        assertThatThrownBy(() -> new ValueDecoder(endless, 0).readLong())
                .isInstanceOf(InvalidNumberEncodingException.class);
    }

    private static byte[] number(long number) {
        ValueEncoder encoder = new ValueEncoder();
        encoder.writeLong(number);
        return encoder.toByteArray();
    }

    private static byte[] written(BinaryEncoder reused) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, reused);
        SplittableRandom dice = new SplittableRandom(SEED);
        for (int i = 0; i < VALUES; i++) {
            write(encoder, i % KINDS, dice);
        }
        encoder.flush();
        return bytes.toByteArray();
    }

    private static void write(Encoder encoder, int kind, SplittableRandom dice) throws IOException {
        switch (kind) {
            case 0 -> encoder.writeBoolean(dice.nextBoolean());
            case 1 -> encoder.writeInt(dice.nextInt() >> dice.nextInt(32));
            case 2 -> encoder.writeLong(dice.nextLong() >> dice.nextInt(64));
            case 3 -> encoder.writeFloat((float) dice.nextDouble());
            case 4 -> encoder.writeDouble(dice.nextDouble());
            case 5, 6 -> encoder.writeString("aé€😀".repeat(dice.nextInt(100)));
            case 7 -> encoder.writeFixed(new byte[] {1, 2, 3, 4}, 1, 2);
            case 8 -> encoder.writeBytes(ByteBuffer.wrap(new byte[dice.nextInt(1_000)]));
            case 9 -> {
                encoder.writeArrayStart();
                encoder.setItemCount(3);
                for (long item = 0; item < 3; item++) {
                    encoder.startItem();
                    encoder.writeLong(item);
                }
                encoder.writeArrayEnd();
            }
            case 10 -> encoder.writeEnum(dice.nextInt(5));
            case 11 -> encoder.writeNull();
            default -> encoder.writeIndex(dice.nextInt(2));
        }
    }

    private static List<Object> read(Decoder decoder) throws IOException {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            values.add(read(decoder, i % KINDS));
        }
        return values;
    }

    private static Object read(Decoder decoder, int kind) throws IOException {
        return switch (kind) {
            case 0 -> decoder.readBoolean();
            case 1 -> decoder.readInt();
            case 2 -> decoder.readLong();
            case 3 -> decoder.readFloat();
            case 4 -> decoder.readDouble();
            case 5 -> decoder.readString();
            case 6 -> decoder.readString(null);
            case 7 -> {
                byte[] fixed = new byte[4];
                decoder.readFixed(fixed, 1, 2);
                yield ByteBuffer.wrap(fixed);
            }
            case 8 -> decoder.readBytes(null);
            case 9 -> items(decoder);
            case 10 -> decoder.readEnum();
            case 11 -> {
                decoder.readNull();
                yield "null";
            }
            default -> decoder.readIndex();
        };
    }

    private static List<Long> items(Decoder decoder) throws IOException {
        List<Long> items = new ArrayList<>();
        for (long left = decoder.readArrayStart(); left > 0; left = decoder.arrayNext()) {
            for (; left > 0; left--) {
                items.add(decoder.readLong());
            }
        }
        return items;
    }
}
