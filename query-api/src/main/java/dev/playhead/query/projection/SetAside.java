package dev.playhead.query.projection;

import dev.playhead.schemas.id.ActivityPlace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// A record that changes no row and is kept for a person to look at. All of it is bounded, and the
/// database takes it whatever is in it.
///
/// @param why in a word, for counting
/// @param activity that it says it follows from; whoever waits for that one is not to wait in vain
/// @param valueBytes how long the value was before it was cut
record SetAside(
        Why why,
        int partition,
        long offset,
        Optional<ActivityPlace> activity,
        String reason,
        byte @Nullable [] key,
        byte @Nullable [] value,
        int valueBytes,
        String headers) {
    enum Why {
        /// Its bytes are no progress.
        UNREADABLE,
        /// The database refuses what it says.
        REFUSED
    }

    /// As long as a broker takes them by default.
    private static final int VALUE_BYTES_MAX = 1_048_576;

    private static final int KEY_BYTES_MAX = 4_096;
    private static final int TEXT_MAX = 4_096;

    static SetAside of(Why why, ConsumerRecord<byte[], byte[]> from, String reason) {
        return new SetAside(
                why,
                from.partition(),
                from.offset(),
                ActivityPlace.of(from.headers()).filter(place -> place.partition() == from.partition()),
                text(reason),
                cut(from.key(), KEY_BYTES_MAX),
                cut(from.value(), VALUE_BYTES_MAX),
                from.value() == null ? 0 : from.value().length,
                text(StreamSupport.stream(from.headers().spliterator(), false)
                        .map(SetAside::line)
                        .collect(Collectors.joining("\n"))));
    }

    @Nullable Long activityOffset() {
        return activity.map(ActivityPlace::offset).orElse(null);
    }

    /// A value that is no printable text as hexadecimal digits.
    private static String line(Header header) {
        byte[] value = header.value() == null ? new byte[0] : header.value();
        boolean isText = new String(value, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c >= ' ' && c <= '~');
        return header.key() + ": "
                + (isText
                        ? new String(value, StandardCharsets.ISO_8859_1)
                        : "0x" + HexFormat.of().formatHex(value));
    }

    private static String text(String of) {
        // PostgreSQL has no NUL in a text, and its driver no half of a surrogate pair.
        String storable = of.replace('\0', '?').replaceAll("\\p{Cs}", "?");
        return storable.length() <= TEXT_MAX
                ? storable
                : storable.substring(0, storable.offsetByCodePoints(0, TEXT_MAX / 2));
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes, int max) {
        return bytes == null || bytes.length <= max ? bytes : Arrays.copyOf(bytes, max);
    }
}
