package dev.playhead.streams.progress;

import java.nio.BufferUnderflowException;
import java.util.List;

/// The form in which a [CourseOutline] is held. It is made anew from the catalog at each start, so
/// it has no versions.
public final class CourseOutlineFormat {
    private CourseOutlineFormat() {}

    public static byte[] write(CourseOutline outline) {
        StoredBytes bytes = new StoredBytes();
        bytes.number(outline.version());
        bytes.number(outline.materials().size());
        outline.materials().forEach(bytes::text);
        return bytes.toArray();
    }

    public static CourseOutline read(byte[] stored) {
        StoredReader bytes = new StoredReader(stored);
        try {
            long version = bytes.number();
            String[] materials = new String[bytes.count(1)];
            for (int i = 0; i < materials.length; i++) {
                materials[i] = bytes.text();
            }
            return new CourseOutline(version, List.of(materials));
        } catch (BufferUnderflowException e) {
            throw new StoredFormException("A course outline of " + stored.length + " bytes is cut short", e);
        }
    }
}
