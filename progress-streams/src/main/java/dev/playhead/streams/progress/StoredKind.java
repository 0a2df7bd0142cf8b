package dev.playhead.streams.progress;

import dev.playhead.schemas.event.MaterialKind;

/// Numbers of our own for the kinds of material, so that no change of the schema moves them.
final class StoredKind {
    private StoredKind() {}

    static int code(MaterialKind kind) {
        return switch (kind) {
            case UNKNOWN -> 0;
            case VIDEO -> 1;
            case SHORT -> 2;
        };
    }

    static MaterialKind of(long code) {
        return switch ((int) code) {
            case 0 -> MaterialKind.UNKNOWN;
            case 1 -> MaterialKind.VIDEO;
            case 2 -> MaterialKind.SHORT;
            default -> throw new StoredFormException("A stored watch state is of a material of unknown kind " + code);
        };
    }
}
