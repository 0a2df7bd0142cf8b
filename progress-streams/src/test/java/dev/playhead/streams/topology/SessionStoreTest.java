package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.streams.shorts.Session;
import dev.playhead.streams.shorts.Sight;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class SessionStoreTest {
    private final KeyValueStore<Bytes, byte[]> stored = InMemory.store("sessions");
    private final SessionStore sessions = new SessionStore(stored);

    @Test
    void times_of_more_digits_stand_after_those_of_fewer() {
        Session early = session(999_999);
        Session late = session(1_000_000);
        put("ana", early);
        put("ana", late);

        assertThat(sessions.near("ana", 1_000_000)).containsExactly(late, early);
        assertThat(sessions.of("ana")).containsExactly(early, late);
    }

    @Test
    void no_other_student_is_near_not_even_one_whose_name_begins_the_same() {
        put("ana", session(1_000));
        put("an", session(2_000));
        put("anab", session(3_000));

        assertThat(sessions.near("ana", 1_500)).containsExactly(session(1_000));
        assertThat(sessions.of("ana")).containsExactly(session(1_000));
    }

    @Test
    void what_was_forgotten_is_not_stored() {
        sessions.put("ana", session(1_000));
        sessions.clear();
        sessions.store();

        assertThat(sessions.of("ana")).isEmpty();
    }

    @Test
    void a_removed_one_is_gone() {
        put("ana", session(1_000));
        sessions.remove("ana", session(1_000));
        sessions.store();

        assertThat(sessions.near("ana", 1_000)).isEmpty();
    }

    @Test
    void they_are_found_whatever_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            put("ana", session(1_000));
        } finally {
            Locale.setDefault(before);
        }

        assertThat(sessions.near("ana", 1_000)).hasSize(1);
    }

    private void put(String student, Session session) {
        sessions.put(student, session);
        sessions.store();
    }

    private static Session session(long at) {
        return Session.of(List.of(), new Sight("s1", at, 0, false, null, "e"));
    }
}
