package dev.playhead.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// What somebody has read of a body, and then what is left of it.
final class BegunBody extends ServletInputStream {

    private final ByteArrayInputStream begun;
    private final ServletInputStream rest;

    BegunBody(byte[] begun, ServletInputStream rest) {
        this.begun = new ByteArrayInputStream(begun);
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        return begun.available() > 0 ? begun.read() : rest.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return begun.available() > 0 ? begun.read(target, offset, length) : rest.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return begun.available() > 0 ? begun.available() : rest.available();
    }

    @Override
    public boolean isFinished() {
        return begun.available() == 0 && rest.isFinished();
    }

    @Override
    public boolean isReady() {
        return begun.available() > 0 || rest.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("Bodies are read by those who wait for them");
    }
}
