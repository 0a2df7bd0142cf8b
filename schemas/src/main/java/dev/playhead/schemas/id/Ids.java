package dev.playhead.schemas.id;

import java.util.Set;

/// What an id may look like. Students are named by identity providers (`auth0|…`, addresses,
/// URNs), so nearly everything goes; all other ids are ours and stand in paths and keys.
public final class Ids {
    public static final String STUDENT_RULE = "must be 1 to 255 printable characters without white space or slash";
    public static final String OTHER_RULE = "must be 1 to 128 of A-Z a-z 0-9 . _ : - and no reserved word";

    /// What an id other than a student's is made of, as a regular expression of any dialect. Words
    /// that are reserved match it too.
    public static final String OTHER_PATTERN = "^[A-Za-z0-9._:-]{1,128}$";

    private static final int STUDENT_LENGTH_MAX = 255;
    private static final int OTHER_LENGTH_MAX = 128;

    /// Words that stand in a path where an id could.
    private static final Set<String> RESERVED =
            Set.of(".", "..", "mock", "watch", "session", "sessions", "submodule", "all-session");

    private static final String MOCK = "mock_";

    private Ids() {}

    public static boolean isStudent(String id) {
        if (id.isEmpty() || id.codePointCount(0, id.length()) > STUDENT_LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i += Character.charCount(id.codePointAt(i))) {
            if (!printable(id.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// A material's id stands beside `course:<id>` and `session:<start>` in the keys of progress, so
    /// it cannot begin so.
    public static boolean isMaterial(String id) {
        return isOther(id) && !id.startsWith(ProgressKey.COURSE) && !id.startsWith(ProgressKey.SESSION);
    }

    /// For courses, chapters, sessions and devices.
    public static boolean isOther(String id) {
        return matchesOther(id) && !RESERVED.contains(id) && !id.startsWith(MOCK);
    }

    /// [#OTHER_PATTERN] by hand: it is asked several times of every heartbeat.
    private static boolean matchesOther(String id) {
        if (id.isEmpty() || id.length() > OTHER_LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean isWord = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!isWord && c != '.' && c != '_' && c != ':' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean printable(int c) {
        if (c > ' ' && c <= '~') {
            return c != '/';
        }
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
