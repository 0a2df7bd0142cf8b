package dev.playhead.web.caller;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which claims of a token say who is calling. Identity providers differ in them.
public record CallerClaims(
        @DefaultValue("sub") String subject,
        @DefaultValue("roles") String roles,
        @DefaultValue("courses") String courses) {

    private static final int SUBJECT_LENGTH_MAX = 255;

    /// Nobody, where the token's subject is no id of ours.
    public Optional<Caller> caller(Map<String, Object> claims) {
        return Optional.ofNullable(claims.get(subject))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(CallerClaims::isSubject)
                .map(id -> new Caller(id, roles(claims), names(claims.get(courses))));
    }

    private Set<Role> roles(Map<String, Object> claims) {
        return names(claims.get(roles)).stream()
                .flatMap(name -> Role.named(name).stream())
                .collect(Collectors.toSet());
    }

    /// A list of strings, or one string alone, as some providers write a list of one.
    private static Set<String> names(@Nullable Object claim) {
        var values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toSet());
    }

    private static boolean isSubject(String id) {
        return !id.isEmpty()
                && id.length() <= SUBJECT_LENGTH_MAX
                && id.codePoints().allMatch(CallerClaims::isSubjectCharacter);
    }

    private static boolean isSubjectCharacter(int character) {
        return character != '/'
                && !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
