package dev.playhead.web.body;

import dev.playhead.web.problem.ProblemException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/// A body that refuses to go on past its bounds: a chunked one does not say beforehand how long it
/// is, and Tomcat is content with a byte now and then.
final class BoundedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final BodyBound bound;
    private final Runnable onTooSlow;
    private final long begunNanos = System.nanoTime();
    private long readBytes;

    BoundedBody(ServletInputStream body, BodyBound bound, Runnable onTooSlow) {
        this.body = body;
        this.bound = bound;
        this.onTooSlow = onTooSlow;
    }

    @Override
    public int read() throws IOException {
        var next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = body.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    private void count(int bytes) {
        readBytes += bytes;
        if (bound.isExceededBy(readBytes)) {
            throw new ProblemException(bound.tooLarge());
        }
        if (bound.isOutlastedBy(System.nanoTime() - begunNanos)) {
            onTooSlow.run();
            throw new ProblemException(bound.tooSlow());
        }
    }
}
