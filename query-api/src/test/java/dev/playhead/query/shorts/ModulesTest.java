package dev.playhead.query.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.catalog.Placed;
import dev.playhead.schemas.event.Course;
import dev.playhead.testing.sample.Courses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModulesTest {
    @Test
    void those_of_the_same_sequence_stand_as_their_courses_have_them() {
        Modules modules = of(
                Courses.course("b").shortVideo("x", 9, "1.1", 2).build(),
                Courses.course("a")
                        .shortVideo("z", 9, "1.1", 2)
                        .shortVideo("y", 9, "1.1", 2)
                        .shortVideo("w", 9, "1.1", 1)
                        .build());

        assertThat(ids(modules, new Choice.OfSubmodule("1.1"))).containsExactly("w", "z", "y", "x");
    }

    @Test
    void what_is_no_short_and_what_names_no_submodule_is_nowhere() {
        Course course = Courses.course("a")
                .video("v", 9, it -> it.setModuleRef("1.1"))
                .shortVideo("s", 9, "1.1", 1)
                .shortVideo("lost", 9, "1.1", 1, it -> it.setModuleRef(null))
                .build();

        assertThat(ids(of(course), all(null))).containsExactly("s");
        assertThat(ids(of(course), new Choice.OfSubmodule("null"))).isEmpty();
    }

    @Test
    void an_answer_has_two_thousand_at_most_from_where_it_begins() {
        Courses many = Courses.course("a");
        for (int i = 0; i < 1_500; i++) {
            many.shortVideo("a" + i, 9, "1.1", i).shortVideo("b" + i, 9, "1.2", i);
        }
        Modules modules = of(many.build());

        assertThat(ids(modules, all(null))).hasSize(2_000).startsWith("a0").endsWith("b499");
        assertThat(ids(modules, all("1.2"))).hasSize(2_000).startsWith("b0").endsWith("a499");
        assertThat(ids(modules, new Choice.OfSubmodule("1.1"))).hasSize(1_500);
    }

    private static Choice all(@Nullable String start) {
        return new Choice.AllFrom(Optional.ofNullable(start));
    }

    private static List<String> ids(Modules modules, Choice choice) {
        return modules.chosen(choice).stream().map(Placed::id).toList();
    }

    private static Modules of(Course... courses) {
        Map<String, Course> byId = new TreeMap<>();
        Stream.of(courses).forEach(course -> byId.put(course.getCourseId(), course));
        return Modules.of(new dev.playhead.query.catalog.Courses(byId, Map.of(), 1));
    }
}
