package dev.playhead.web.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final Caller student = new Caller("ana", Set.of(Role.STUDENT), Set.of("demo"));
    private final Caller teacher = new Caller("tom", Set.of(Role.TEACHER), Set.of("demo"));
    private final Caller head = new Caller("eve", Set.of(Role.TEACHER), Set.of(Caller.ALL_COURSES));
    private final Caller admin = new Caller("bob", Set.of(Role.ADMIN), Set.of());

    @Test
    void a_teacher_teaches_the_named_courses() {
        assertThat(teacher.teaches("demo")).isTrue();
        assertThat(teacher.teaches("other")).isFalse();
    }

    @Test
    void a_star_stands_for_all_courses() {
        assertThat(head.teaches("other")).isTrue();
    }

    @Test
    void a_student_teaches_nothing_whatever_the_courses_say() {
        assertThat(student.teaches("demo")).isFalse();
        assertThat(student.isNamed("demo")).isTrue();
    }

    @Test
    void any_of_the_required_roles_is_enough() {
        assertThatCode(() -> admin.require(Role.TEACHER, Role.ADMIN)).doesNotThrowAnyException();
        assertForbidden(() -> student.require(Role.TEACHER, Role.ADMIN), "The role teacher or admin is needed");
    }

    @Test
    void a_course_is_open_to_its_teachers_and_to_admins() {
        assertThatCode(() -> teacher.requireTeacherOf("demo")).doesNotThrowAnyException();
        assertThatCode(() -> admin.requireTeacherOf("demo")).doesNotThrowAnyException();
        assertForbidden(
                () -> teacher.requireTeacherOf("other"), "The caller must teach the course 'other', or be an admin");
    }

    @Test
    void nobody_writes_for_another() {
        assertThatCode(() -> student.requireSelf("ana")).doesNotThrowAnyException();
        assertForbidden(() -> student.requireSelf("eve"), "The student must be the caller");
    }

    private static void assertForbidden(ThrowingCallable action, String detail) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(action)
                .extracting(ProblemException::problem)
                .isEqualTo(Problem.forbidden(detail));
    }
}
