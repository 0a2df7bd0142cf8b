package dev.playhead.ingest.input;

import java.util.Optional;

/// Text that people read, in any language.
final class Text {
    private static final int NAME_SHOWN_MAX = 64;

    private Text() {}

    /// What is wrong with it. Control characters and halves of surrogate pairs are refused because
    /// not everyone who reads the log can keep them: PostgreSQL has no NUL, and UTF-8 no halves.
    static Optional<String> wrong(String text, int lengthMax) {
        if (text.isBlank()) {
            return Optional.of("must not be blank");
        }
        if (text.codePointCount(0, text.length()) > lengthMax) {
            return Optional.of("must have at most " + lengthMax + " characters");
        }
        return text.codePoints().allMatch(Text::isReadable)
                ? Optional.empty()
                : Optional.of("must not have control characters or broken surrogates");
    }

    /// A name that a caller made up, for an answer.
    static String shortened(String name) {
        return name.length() <= NAME_SHOWN_MAX ? name : name.substring(0, NAME_SHOWN_MAX) + "…";
    }

    private static boolean isReadable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
