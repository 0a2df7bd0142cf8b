package dev.playhead.streams.deadletters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came from anywhere, as a terminal can take it: on one line, and nothing in it commands.
final class Text {
    private static final int NUMBERS_MAX = 20;
    private static final int BYTES_MAX = 200;

    private Text() {}

    /// Text where it is text, else hexadecimal digits.
    static String of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "-";
        }
        try {
            return printable(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return "0x" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, BYTES_MAX));
        }
    }

    static String printable(String text) {
        return text.codePoints()
                .mapToObj(c -> isPrintable(c) ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    static String numbers(Collection<Long> numbers) {
        String first = numbers.stream().limit(NUMBERS_MAX).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > NUMBERS_MAX ? first + " and " + (numbers.size() - NUMBERS_MAX) + " more" : first;
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
