package dev.playhead.ingest.shorts;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Under the document's own name, `SHORT_VIDEOS_MOCK`.
///
/// @param mock `true`, `1` or `yes`, in any case, for the shorts of the mock catalog, with which
///     nothing is kept; anything else for those of the catalog. The same as in query-api: where
///     only one of the two took a word for yes, what students did with real shorts would be lost
@ConfigurationProperties("short.videos")
public record ShortsSettings(@DefaultValue("false") String mock) {
    private static final Set<String> YES = Set.of("true", "1", "yes");

    public boolean isMock() {
        return YES.contains(mock.toLowerCase(Locale.ROOT));
    }
}
