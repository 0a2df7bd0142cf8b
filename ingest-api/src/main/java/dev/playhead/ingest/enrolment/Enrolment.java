package dev.playhead.ingest.enrolment;

/// How it is known which courses a student takes.
public enum Enrolment {
    /// A student may watch anything.
    OPEN,
    /// The token's `courses` say it.
    CLAIM
}
