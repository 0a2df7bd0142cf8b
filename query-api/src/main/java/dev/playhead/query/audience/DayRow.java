package dev.playhead.query.audience;

import java.time.LocalDate;

/// What was done with a video on a day.
record DayRow(LocalDate day, String video, long views, long viewers, long completions, long watchedMs) {}
