package dev.playhead.ingest.xapi;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a statement says of a video, found right. Positions are of the verbs that have them.
///
/// @param positionMs where the playhead stands now
/// @param fromMs where it stood before a seek
/// @param durationMs how long the video is, as the statement or else the catalog has it
/// @param occurredAt epoch milliseconds
/// @param saidAt the same, where the statement says it
record Statement(
        Verb verb,
        @Nullable UUID id,
        @Nullable Long positionMs,
        @Nullable Long fromMs,
        long durationMs,
        @Nullable String sessionId,
        long occurredAt,
        @Nullable Long saidAt) {}
