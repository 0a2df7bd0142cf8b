package dev.playhead.bench.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/// A connection over HTTP/1.1 that is kept, for one caller at a time: as cheap as can be, for what
/// calls runs on the cores of what is called. A server that says it closes is connected to again.
public final class Connection implements AutoCloseable {
    private static final int TOGETHER_MAX = 16_384;

    private final URI server;
    private final byte[] together = new byte[TOGETHER_MAX];
    private Socket socket;
    private OutputStream out;
    private AnswerReader in;

    public Connection(URI server) throws IOException {
        this.server = server;
        this.socket = open(server);
        this.out = socket.getOutputStream();
        this.in = new AnswerReader(socket.getInputStream());
    }

    /// Asks, and waits for the answer, until the connection is closed: a bound here would cost a call to the system for
    /// each answer.
    public Answer exchange(Request request) throws IOException {
        write(request);
        Answer answer = in.read();
        if (answer.isLast()) {
            again();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// In one call to the system where it is small.
    private void write(Request request) throws IOException {
        int head = request.head().length;
        int body = request.body().length;
        if (head + body > TOGETHER_MAX) {
            out.write(request.head());
            out.write(request.body());
            return;
        }
        System.arraycopy(request.head(), 0, together, 0, head);
        System.arraycopy(request.body(), 0, together, head, body);
        out.write(together, 0, head + body);
    }

    private void again() throws IOException {
        socket.close();
        socket = open(server);
        out = socket.getOutputStream();
        in = new AnswerReader(socket.getInputStream());
    }

    private static Socket open(URI server) throws IOException {
        Socket socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }
}
