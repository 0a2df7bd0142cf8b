package dev.playhead.web.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a caller is. One with several roles may do what any of them may.
public enum Role {
    STUDENT,
    TEACHER,
    ADMIN;

    /// The role's name in a token, in any case. An identity provider has roles of its own: those are no error.
    static Optional<Role> named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
