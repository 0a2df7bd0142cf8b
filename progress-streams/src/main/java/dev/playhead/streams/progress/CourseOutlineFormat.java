package dev.playhead.streams.progress;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        try {
            long version = StoredBytes.number(bytes);
            long count = StoredBytes.number(bytes);
            List<String> materials = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                materials.add(StoredBytes.text(bytes));
            }
            return new CourseOutline(version, materials);
        } catch (BufferUnderflowException e) {
            throw new StoredFormException("A course outline of " + stored.length + " bytes is cut short", e);
        }
    }
}
