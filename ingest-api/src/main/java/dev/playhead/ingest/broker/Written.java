package dev.playhead.ingest.broker;

import dev.playhead.schemas.id.WriteToken;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How an answer says where in the log its writes are.
public final class Written {
    /// Its value is the text of a `WriteToken`, or of several.
    public static final String HEADER = "Playhead-Written";

    /// For the API's document.
    public static final String MEANING =
            "Where the write is. A read that sends it back as Playhead-Read-After waits until it can be seen";

    private Written() {}

    /// The last write of each partition: who has seen that one has seen those before it.
    public static String text(Collection<WriteToken> written) {
        return written.stream()
                .collect(Collectors.toMap(
                        WriteToken::partition,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingLong(WriteToken::offset)),
                        TreeMap::new))
                .values()
                .stream()
                .map(WriteToken::text)
                .collect(Collectors.joining(","));
    }
}
