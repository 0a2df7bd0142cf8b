package dev.playhead.query.roster;

import dev.playhead.query.list.Asked;
import dev.playhead.query.list.Cursors;
import dev.playhead.schemas.id.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/// Which students a teacher asks for.
///
/// @param after the last student of the page before
record RosterAsked(String course, Optional<String> after, int limit) {
    private static final int STUDENTS = 50;
    private static final int STUDENTS_MAX = 200;

    static RosterAsked of(String course, MultiValueMap<String, String> parameters) {
        Asked asked = Asked.of(parameters);
        return new RosterAsked(
                course, asked.after(cursors(course)).map(RosterAsked::student), asked.limit(STUDENTS, STUDENTS_MAX));
    }

    /// Another course has other places.
    Cursors cursors() {
        return cursors(course);
    }

    private static Cursors cursors(String course) {
        return new Cursors("students of " + course);
    }

    private static String student(byte[] place) {
        String student = new String(place, StandardCharsets.UTF_8);
        if (!Ids.isStudent(student)) {
            throw Cursors.malformed();
        }
        return student;
    }
}
