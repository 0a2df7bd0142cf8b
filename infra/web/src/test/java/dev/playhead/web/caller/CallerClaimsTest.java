package dev.playhead.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerClaimsTest {

    private final CallerClaims claims = new CallerClaims("sub", "roles", "courses");

    @Test
    void claims_become_a_caller_and_unknown_roles_are_ignored() {
        var token = Map.<String, Object>of(
                "sub", "ana", "roles", List.of("student", "offline_access"), "courses", List.of("demo", "*"));

        assertThat(claims.caller(token))
                .contains(new Caller("ana", Set.of(Role.STUDENT), Set.of("demo", Caller.ALL_COURSES)));
    }

    @Test
    void the_names_of_claims_are_settings() {
        var others = new CallerClaims("user_id", "https://x.example/roles", "teaches");
        var token = Map.<String, Object>of("user_id", "tom", "https://x.example/roles", "teacher", "teaches", "demo");

        assertThat(others.caller(token)).contains(new Caller("tom", Set.of(Role.TEACHER), Set.of("demo")));
    }

    @Test
    void a_token_may_have_no_roles_at_all() {
        assertThat(claims.caller(Map.of("sub", "ana"))).contains(new Caller("ana", Set.of(), Set.of()));
    }

    @Test
    void claims_of_the_wrong_type_count_for_nothing() {
        var token = Map.<String, Object>of("sub", "ana", "roles", Map.of("student", true), "courses", List.of(1, 2));

        assertThat(claims.caller(token)).contains(new Caller("ana", Set.of(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|6123", "ana@example.org", "urn:uuid:1-2", "学生", "a"})
    void ids_as_identity_providers_make_them_fit(String subject) {
        assertThat(claims.caller(Map.of("sub", subject))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a\tb", "a\u0000b", "a\u00a0b", "a\u202eb", "\ud800"})
    void other_subjects_are_nobody(String subject) {
        assertThat(claims.caller(Map.of("sub", subject))).isEmpty();
    }

    @Test
    void a_subject_has_at_most_255_characters() {
        assertThat(claims.caller(Map.of("sub", "x".repeat(255)))).isPresent();
        assertThat(claims.caller(Map.of("sub", "x".repeat(256)))).isEmpty();
        assertThat(claims.caller(Map.of())).isEmpty();
    }
}
