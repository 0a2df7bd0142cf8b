package dev.playhead.ingest.heartbeat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Bodies that are packed.
final class Packed {
    private static final int MEGABYTE = 1 << 20;

    private Packed() {}

    static byte[] gzip(byte[] body) {
        return gzip(body, 0);
    }

    /// A beginning, and so many megabytes of blanks: valid JSON until someone reads it all.
    static byte[] bomb(String beginning, int megabytes) {
        return gzip(beginning.getBytes(StandardCharsets.UTF_8), megabytes);
    }

    private static byte[] gzip(byte[] beginning, int megabytesOfBlanks) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blanks = new byte[MEGABYTE];
        Arrays.fill(blanks, (byte) ' ');
        try (OutputStream body = new GZIPOutputStream(packed)) {
            body.write(beginning);
            for (int i = 0; i < megabytesOfBlanks; i++) {
                body.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
