package dev.playhead.streams.deadletters;

import dev.playhead.schemas.id.DeadLetter.Reason;
import java.util.Optional;
import java.util.SortedSet;

/// What was asked for on the command line.
sealed interface Request {
    record Help() implements Request {}

    /// @param limit the newest so many
    /// @param withRedriven also those that were put back
    record Listing(Selection selection, int limit, boolean withRedriven) implements Request {}

    record Showing(long number) implements Request {}

    record Redriving(Selection selection) implements Request {}

    /// @param reason only those that were set aside for it
    /// @param numbers only these; empty for all
    record Selection(Optional<Reason> reason, SortedSet<Long> numbers) {
        boolean has(Letter letter) {
            return (numbers.isEmpty() || numbers.contains(letter.number()))
                    && reason.stream().allMatch(only -> only == letter.story().reason());
        }
    }
}
