package dev.playhead.ingest.catalog;

import dev.playhead.schemas.event.CompletionRule;

/// How materials are completed where nobody says otherwise: the documents' rules.
final class CompletionDefaults {
    static final CompletionRule RULE = CompletionRule.POSITION;
    static final int VIDEO_THRESHOLD = 80;
    static final int SHORT_THRESHOLD = 95;

    private CompletionDefaults() {}
}
