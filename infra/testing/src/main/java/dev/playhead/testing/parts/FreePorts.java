package dev.playhead.testing.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Free ports on loopback, none of them twice in one JVM.
public final class FreePorts {
    // Below 32768, where Linux begins to take ports for outgoing connections: one taken from there may be gone before
    // it is used.
    private static final int FIRST = 15_000;
    private static final int COUNT = 16_000;
    // JVMs that run side by side begin in different places.
    private static final int STRIDE = 97;

    private static int next = (int) (ProcessHandle.current().pid() * STRIDE % COUNT);

    private FreePorts() {}

    public static synchronized int next() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + next;
            next = (next + 1) % COUNT;
            if (isFree(port)) {
                return port;
            }
        }
        throw new PartFailedException("No free port between " + FIRST + " and " + (FIRST + COUNT - 1));
    }

    /// Whether a server could listen on this port of loopback now.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
