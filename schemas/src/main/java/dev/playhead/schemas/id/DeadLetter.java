package dev.playhead.schemas.id;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Where a dead letter came from and why, as its headers say it. Its key and value are the bytes
/// that were received, its other headers too.
///
/// @param topic where it was read
/// @param timestamp the received record's own: epoch milliseconds
/// @param detail what was wrong with it, for a person
/// @param failedAt when it was set aside
/// @param failedBy the service that did
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        long timestamp,
        Reason reason,
        String detail,
        Instant failedAt,
        String failedBy) {

    /// Begins the names of all headers below.
    public static final String HEADERS = "playhead-dead-";

    /// Why a record was set aside.
    public enum Reason {
        /// The bytes are no event: cut short, of another format, or of a schema that does not fit.
        UNREADABLE,
        /// The registry does not know the schema it names.
        UNKNOWN_SCHEMA,
        /// It can be read, and says what cannot be.
        OUT_OF_RANGE,
        /// It was sound, and applying it failed: a mistake of ours.
        FAILED
    }

    private static final String TOPIC = HEADERS + "topic";
    private static final String PARTITION = HEADERS + "partition";
    private static final String OFFSET = HEADERS + "offset";
    private static final String TIMESTAMP = HEADERS + "timestamp";
    private static final String REASON = HEADERS + "reason";
    private static final String DETAIL = HEADERS + "detail";
    private static final String FAILED_AT = HEADERS + "at";
    private static final String FAILED_BY = HEADERS + "by";

    public void writeTo(Headers headers) {
        add(headers, TOPIC, topic);
        add(headers, PARTITION, Integer.toString(partition));
        add(headers, OFFSET, Long.toString(offset));
        add(headers, TIMESTAMP, Long.toString(timestamp));
        add(headers, REASON, reason.name());
        add(headers, DETAIL, detail);
        add(headers, FAILED_AT, failedAt.toString());
        add(headers, FAILED_BY, failedBy);
    }

    /// Empty where the headers are not those of a dead letter.
    public static Optional<DeadLetter> of(Headers headers) {
        try {
            return Optional.of(new DeadLetter(
                    text(headers, TOPIC),
                    Integer.parseInt(text(headers, PARTITION)),
                    Long.parseLong(text(headers, OFFSET)),
                    Long.parseLong(text(headers, TIMESTAMP)),
                    Reason.valueOf(text(headers, REASON)),
                    text(headers, DETAIL),
                    Instant.parse(text(headers, FAILED_AT)),
                    text(headers, FAILED_BY)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        byte @Nullable [] value = header == null ? null : header.value();
        if (value == null) {
            throw new IllegalArgumentException("No header " + name);
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
