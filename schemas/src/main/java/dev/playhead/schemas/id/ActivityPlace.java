package dev.playhead.schemas.id;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The activity that a record of progress was derived from, as the record's headers say it, in
/// decimal digits. By it a reader knows how much of a student's log it has seen.
public record ActivityPlace(int partition, long offset) {
    public static final String PARTITION_HEADER = "playhead-partition";
    public static final String OFFSET_HEADER = "playhead-offset";

    private static final long NONE = -1;

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
        long number = number(partition.value(), Integer.MAX_VALUE);
        long at = number(offset.value(), Long.MAX_VALUE);
        return number < 0 || at < 0 ? Optional.empty() : Optional.of(new ActivityPlace((int) number, at));
    }

    private static byte[] digits(long number) {
        return Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// By hand, as it is read of every record.
    ///
    /// @return below zero where it is none, or above the most
    private static long number(byte @Nullable [] digits, long most) {
        if (digits == null || digits.length == 0) {
            return NONE;
        }
        long number = 0;
        for (byte digit : digits) {
            int value = digit - '0';
            if (value < 0 || value > 9 || number > (most - value) / 10) {
                return NONE;
            }
            number = 10 * number + value;
        }
        return number;
    }
}
