package dev.playhead.streams.audience;

/// What a change of a student's state adds to a day.
///
/// @param day since 1970-01-01, UTC
public record DayChange(long day, Daily amount) {}
