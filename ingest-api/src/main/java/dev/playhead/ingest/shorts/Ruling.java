package dev.playhead.ingest.shorts;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.function.Consumer;
import java.util.function.Function;

/// What was asked for, or why it is refused.
public sealed interface Ruling<T> {
    record Granted<T>(T what) implements Ruling<T> {}

    record Denied<T>(Refused why) implements Ruling<T> {}

    static <T> Ruling<T> granted(T what) {
        return new Granted<>(what);
    }

    static <T> Ruling<T> denied(Reason reason, Problem problem) {
        return new Denied<>(new Refused(reason, problem));
    }

    /// What comes of it where it is granted.
    default <U> Ruling<U> then(Function<T, Ruling<U>> next) {
        return switch (this) {
            case Granted<T> granted -> next.apply(granted.what());
            case Denied<T> denied -> new Denied<>(denied.why());
        };
    }

    /// What is granted; of what is refused, the refusal is thrown.
    ///
    /// @param counter is told why it is refused
    default T orThrow(Consumer<Reason> counter) {
        return switch (this) {
            case Granted<T> granted -> granted.what();
            case Denied<T> denied -> {
                counter.accept(denied.why().reason());
                throw new ProblemException(denied.why().problem());
            }
        };
    }
}
