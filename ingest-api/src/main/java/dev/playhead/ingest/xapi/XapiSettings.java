package dev.playhead.ingest.xapi;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How statements are read.
///
/// @param videoPattern finds a video's id in its IRI, with one group; empty for the last segment of
/// the path
/// @param actor what a statement's actor is good for
@ConfigurationProperties("playhead.xapi")
public record XapiSettings(
        @DefaultValue("") String videoPattern,
        @DefaultValue("check") ActorRule actor) {

    /// Whose statement it is, the token says.
    public enum ActorRule {
        /// A statement that names another than the caller is refused.
        CHECK,
        /// For players that name an actor of their own making.
        IGNORE
    }

    public XapiSettings {
        if (!videoPattern.isEmpty() && groups(videoPattern) != 1) {
            throw new IllegalArgumentException("must have one group, which is the video's id: " + videoPattern);
        }
    }

    VideoNaming naming() {
        return videoPattern.isEmpty() ? VideoNaming.LAST_SEGMENT : VideoNaming.by(Pattern.compile(videoPattern));
    }

    private static int groups(String pattern) {
        try {
            return Pattern.compile(pattern).matcher("").groupCount();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("must be a regular expression: " + e.getDescription(), e);
        }
    }
}
