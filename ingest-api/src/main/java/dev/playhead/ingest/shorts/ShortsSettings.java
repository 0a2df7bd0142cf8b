package dev.playhead.ingest.shorts;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Under the document's own name, `SHORT_VIDEOS_MOCK`.
///
/// @param mock whether the shorts are those of the mock catalog, with which nothing is kept; as in
/// the document, a variable that is empty is one that is not there
@ConfigurationProperties("short.videos")
public record ShortsSettings(@Nullable Boolean mock) {
    public boolean isMock() {
        return mock != null && mock;
    }
}
