package dev.playhead.streams.deadletters;

import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bytes for a person: sixteen a line, as digits and as what is ASCII among them.
final class HexDump {
    private static final int WIDTH = 16;
    private static final HexFormat DIGITS = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    static Stream<String> lines(byte[] bytes) {
        return IntStream.iterate(0, from -> from < bytes.length, from -> from + WIDTH)
                .mapToObj(from -> line(bytes, from, Math.min(bytes.length, from + WIDTH)));
    }

    private static String line(byte[] bytes, int from, int to) {
        StringBuilder ascii = new StringBuilder(WIDTH);
        for (int i = from; i < to; i++) {
            ascii.append(bytes[i] >= ' ' && bytes[i] <= '~' ? (char) bytes[i] : '.');
        }
        return "%08x  %-47s  |%s|".formatted(from, DIGITS.formatHex(bytes, from, to), ascii);
    }
}
