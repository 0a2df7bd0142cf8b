package dev.playhead.web.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;

/// What has come of a small body together with the head of its request. It is taken without waiting:
/// so nothing needs to bound how long that may last, and a body that has not come yet is read as ever.
public final class ArrivedBody {
    /// A heartbeat has some hundred bytes. What comes with a head is at most a read of the server's.
    private static final int BYTES_MAX = 4_096;

    private static final byte[] NOTHING = {};

    private final byte[] begun;
    private final boolean isWhole;

    private ArrivedBody(byte[] begun, boolean isWhole) {
        this.begun = begun;
        this.isWhole = isWhole;
    }

    /// @param bound of bodies, of whatever else reads them
    public static ArrivedBody of(HttpServletRequest request, long bound) throws IOException {
        long length = request.getContentLengthLong();
        if (length < 1
                || length > Math.min(BYTES_MAX, bound)
                || request.getInputStream().available() == 0) {
            return new ArrivedBody(NOTHING, false);
        }
        var bytes = new byte[(int) length];
        int count = request.getInputStream().read(bytes);
        return count == length
                ? new ArrivedBody(bytes, true)
                : new ArrivedBody(Arrays.copyOf(bytes, Math.max(0, count)), false);
    }

    public boolean isWhole() {
        return isWhole;
    }

    /// As many as have come; not to be changed.
    public byte[] bytes() {
        return begun;
    }

    /// The request as it was before anything was taken of it.
    public HttpServletRequest putBack(HttpServletRequest request) {
        return begun.length == 0 ? request : new OtherBody(request, rest -> new BegunBody(begun, rest));
    }
}
