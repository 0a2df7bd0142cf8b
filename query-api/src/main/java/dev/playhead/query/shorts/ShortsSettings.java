package dev.playhead.query.shorts;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether shorts are made up.
///
/// @param mock `true`, `1` or `yes`, in any case, for made-up shorts alone; anything else for those
///     of the catalog
/// @param fallback what is shown while the database does not answer
@ConfigurationProperties("short.videos")
public record ShortsSettings(
        @DefaultValue("false") String mock,
        @DefaultValue("catalog") Fallback fallback) {
    private static final Set<String> YES = Set.of("true", "1", "yes");

    /// What is shown while the database does not answer.
    public enum Fallback {
        /// The catalog, with nothing watched.
        CATALOG,
        /// What was made up.
        MOCK
    }

    boolean isMock() {
        return YES.contains(mock.toLowerCase(Locale.ROOT));
    }
}
