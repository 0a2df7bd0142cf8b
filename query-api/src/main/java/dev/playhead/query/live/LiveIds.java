package dev.playhead.query.live;

import dev.playhead.schemas.topic.Topic;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/// The ids of events. One says how far its stream has got, in offsets, and so means the same on
/// every instance. The checksum is over the topic's name and whose stream it is, too: one from
/// elsewhere would resume anywhere.
final class LiveIds {
    private static final byte VERSION = 1;

    private final Topic progress;

    LiveIds(Topic progress) {
        this.progress = progress;
    }

    String text(Scope scope, Position position) {
        List<Integer> partitions = scope.partitions(progress.partitions());
        ByteBuffer bytes = ByteBuffer.allocate(bytes(partitions)).put(VERSION);
        partitions.forEach(partition -> bytes.putLong(position.of(partition)));
        bytes.putInt(checksum(scope, bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// @throws ProblemException (400) where it is no id of such a stream
    Position parse(Scope scope, String text) {
        List<Integer> partitions = scope.partitions(progress.partitions());
        ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
        if (bytes.remaining() != bytes(partitions) || bytes.get() != VERSION) {
            throw refused();
        }
        SortedMap<Integer, Long> next = new TreeMap<>();
        partitions.forEach(partition -> next.put(partition, bytes.getLong()));
        if (checksum(scope, bytes) != bytes.getInt()) {
            throw refused();
        }
        return new Position(next);
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
    }

    private static int bytes(List<Integer> partitions) {
        return 1 + partitions.size() * Long.BYTES + Integer.BYTES;
    }

    /// Of all before the buffer's position.
    private int checksum(Scope scope, ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update((progress.name() + "/" + scope.text()).getBytes(StandardCharsets.UTF_8));
        crc.update(bytes.array(), 0, bytes.position());
        return (int) crc.getValue();
    }

    private static ProblemException refused() {
        return new ProblemException(Problem.malformed(
                "The header Last-Event-ID is no id of this stream; send the one of its last event, or none"));
    }
}
