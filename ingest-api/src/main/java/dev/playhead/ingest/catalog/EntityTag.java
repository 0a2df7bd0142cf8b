package dev.playhead.ingest.catalog;

/// A version as an `ETag` has it.
final class EntityTag {
    private EntityTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }
}
