package dev.playhead.schemas.id;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// The activity that a record of progress was derived from, as the record's headers say it, in
/// decimal digits. By it a reader knows how much of a student's log it has seen.
public record ActivityPlace(int partition, long offset) {
    public static final String PARTITION_HEADER = "playhead-partition";
    public static final String OFFSET_HEADER = "playhead-offset";

    public void writeTo(Headers headers) {
        headers.add(PARTITION_HEADER, digits(partition));
        headers.add(OFFSET_HEADER, digits(offset));
    }

    /// Empty where a header is missing or no number.
    public static Optional<ActivityPlace> of(Headers headers) {
        Header partition = headers.lastHeader(PARTITION_HEADER);
        Header offset = headers.lastHeader(OFFSET_HEADER);
        if (partition == null || offset == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ActivityPlace(Integer.parseInt(text(partition)), Long.parseLong(text(offset))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(Header header) {
        byte[] value = header.value();
        return value == null ? "" : new String(value, StandardCharsets.ISO_8859_1);
    }
}
