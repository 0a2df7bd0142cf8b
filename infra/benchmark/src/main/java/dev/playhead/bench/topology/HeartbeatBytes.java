package dev.playhead.bench.topology;

import java.util.Arrays;

/// Where ids stand in a heartbeat as it is on the wire: after the schema's id come, each with its
/// length before it, the event's id, the student's and the material's.
final class HeartbeatBytes {
    private static final int HEADER = 5;
    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int LOW = 0x7f;

    private HeartbeatBytes() {}

    static byte[] material(byte[] heartbeat) {
        int student = end(heartbeat, HEADER);
        int material = end(heartbeat, student);
        int end = end(heartbeat, material);
        return Arrays.copyOfRange(heartbeat, end - length(heartbeat, material), end);
    }

    /// Where the text that begins here, with its length, ends.
    private static int end(byte[] bytes, int at) {
        int octets = 1;
        while ((bytes[at + octets - 1] & MORE) != 0) {
            octets++;
        }
        return at + octets + length(bytes, at);
    }

    /// Seven bits an octet, and the sign in the lowest: a length has none.
    private static int length(byte[] bytes, int at) {
        int bits = 0;
        int octet = at;
        do {
            bits |= (bytes[octet] & LOW) << ((octet - at) * BITS);
        } while ((bytes[octet++] & MORE) != 0);
        return bits >>> 1;
    }
}
