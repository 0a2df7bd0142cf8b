package dev.playhead.testing.student;

import java.util.Set;

/// What kind of player it is: what it says beside where the playhead stands and how long the video
/// is.
public enum Player {
    FULL(Word.SESSION, Word.SEQUENCE, Word.RATE, Word.PLAYED, Word.DETAILS),
    /// Bare positions, in a session that counts.
    COUNTING(Word.SESSION, Word.SEQUENCE, Word.RATE, Word.DETAILS),
    /// Bare positions, in a session.
    IN_SESSION(Word.SESSION, Word.DETAILS),
    /// What was played, in no session.
    UNBOUND(Word.RATE, Word.PLAYED, Word.DETAILS),
    /// Two fields, and not even when.
    PLAIN;

    private final Set<Word> words;

    Player(Word... words) {
        this.words = Set.of(words);
    }

    enum Word {
        SESSION,
        SEQUENCE,
        RATE,
        PLAYED,
        /// The event, the device, and when it was.
        DETAILS
    }

    boolean says(Word word) {
        return words.contains(word);
    }

    /// Whether all it tells of what was played is where the playhead stood. Such a player also
    /// reports when it begins to play: else nobody could know from where.
    public boolean isBare() {
        return !says(Word.PLAYED);
    }

    /// Whether it can keep reports for later: only those that say when they were.
    boolean keepsReports() {
        return says(Word.DETAILS);
    }
}
