package dev.playhead.query.list;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32C;

/// Places in a list, as callers carry them from a page to the next. To them they are opaque; the
/// checksum, over the list's name too, tells one of this list from one of another or of nobody.
///
/// @param list a name that no other list has
public record Cursors(String list) {
    private static final byte VERSION = 1;

    public String text(byte[] place) {
        byte[] checked =
                ByteBuffer.allocate(1 + place.length).put(VERSION).put(place).array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(checked.length + Integer.BYTES)
                        .put(checked)
                        .putInt(checksum(checked))
                        .array());
    }

    /// @throws ProblemException (400) of what is no cursor of this list
    public byte[] place(String text) {
        byte[] bytes = decoded(text);
        int length = bytes.length - Integer.BYTES;
        if (length < 1 || bytes[0] != VERSION) {
            throw malformed();
        }
        byte[] checked = Arrays.copyOf(bytes, length);
        if (ByteBuffer.wrap(bytes).getInt(length) != checksum(checked)) {
            throw malformed();
        }
        return Arrays.copyOfRange(checked, 1, length);
    }

    public static ProblemException malformed() {
        return new ProblemException(Problem.malformed(
                "The parameter after is no cursor of this list; send what next said, or leave it out"));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private int checksum(byte[] checked) {
        CRC32C crc = new CRC32C();
        crc.update(list.getBytes(StandardCharsets.UTF_8));
        crc.update(checked);
        return (int) crc.getValue();
    }
}
