package dev.playhead.query.completions;

import dev.playhead.query.list.Cursors;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/// A place in the topic.
///
/// @param offsets of each partition, by its number, the offset of the next record
record Place(List<Long> offsets) {
    Place {
        offsets = List.copyOf(offsets);
    }

    /// Of bytes that are a cursor of this list.
    static Place of(byte[] bytes, int partitions) {
        if (bytes.length != partitions * Long.BYTES) {
            throw Cursors.malformed();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Place(IntStream.range(0, partitions)
                .mapToObj(partition -> buffer.getLong())
                .toList());
    }

    byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(offsets.size() * Long.BYTES);
        offsets.forEach(buffer::putLong);
        return buffer.array();
    }
}
