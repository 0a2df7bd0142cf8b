package dev.playhead.ingest.heartbeat;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.util.unit.DataSize;

/// The bytes of a batch, unpacked while they are read, and no more of them than a batch may have,
/// however few they were when packed. What cannot be read is the caller's problem.
final class BatchBody extends InputStream {
    static final DataSize UNPACKED_MAX = DataSize.ofMegabytes(2);

    private final InputStream unpacked;
    private long readBytes;

    private BatchBody(InputStream unpacked) {
        this.unpacked = unpacked;
    }

    static BatchBody of(BatchRequest request) {
        String encoding = request.encoding();
        try {
            return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
                case "identity" -> new BatchBody(request.body());
                case "gzip", "x-gzip" -> new BatchBody(new GZIPInputStream(request.body()));
                default ->
                    throw new ProblemException(Problem.unsupportedMediaType(
                            "The Content-Encoding is not supported here; use gzip or none"));
            };
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            int count = unpacked.read(target, offset, length);
            readBytes += Math.max(0, count);
            if (readBytes > UNPACKED_MAX.toBytes()) {
                throw new ProblemException(
                        Problem.tooLarge("The batch is larger than the %d bytes that are allowed, unpacked"
                                .formatted(UNPACKED_MAX.toBytes())));
            }
            return count;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Frees what unpacking took; the request's own stream is the server's.
    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private static ProblemException unreadable(IOException e) {
        return new ProblemException(Problem.malformed(
                e instanceof ZipException || e instanceof EOFException
                        ? "The body is not a whole gzip file, as its Content-Encoding says"
                        : "The body could not be read to its end"));
    }
}
