package dev.playhead.ingest.catalog;

import java.util.regex.Pattern;

/// A version as an `ETag` has it.
final class EntityTag {
    private static final Pattern OURS = Pattern.compile("\"\\d{1,18}\"");

    private EntityTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /// Whether it is of a version before this one, or of none that there could be.
    static boolean isBefore(String tag, long version) {
        return !OURS.matcher(tag).matches() || Long.parseLong(tag.substring(1, tag.length() - 1)) < version;
    }
}
