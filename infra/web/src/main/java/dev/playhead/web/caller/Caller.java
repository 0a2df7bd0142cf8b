package dev.playhead.web.caller;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is calling, as a valid token says. A controller method that has a parameter of this type is given it.
///
/// @param subject the user's id; of a student, the student's id
/// @param courses the ids of the courses that a teacher teaches, `*` for all
public record Caller(String subject, Set<Role> roles, Set<String> courses) {

    /// Stands for every course.
    public static final String ALL_COURSES = "*";

    public Caller {
        roles = Set.copyOf(roles);
        courses = Set.copyOf(courses);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Whether the caller is a teacher, and this is one of the teacher's courses.
    public boolean teaches(String courseId) {
        return is(Role.TEACHER) && isNamed(courseId);
    }

    /// Whether the token's list of courses has this one, whatever the caller's role.
    public boolean isNamed(String courseId) {
        return courses.contains(ALL_COURSES) || courses.contains(courseId);
    }

    /// Refuses (403) a caller who has none of these roles.
    public void require(Role... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::is)) {
            var needed = Arrays.stream(anyOf)
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
            throw forbidden("The role " + needed + " is needed");
        }
    }

    /// Refuses (403) a caller who neither teaches the course nor is an admin.
    public void requireTeacherOf(String courseId) {
        if (!is(Role.ADMIN) && !teaches(courseId)) {
            throw forbidden("The caller must teach the course '%s', or be an admin".formatted(courseId));
        }
    }

    /// Refuses (403) a student id that is not the caller's own.
    public void requireSelf(String studentId) {
        if (!subject.equals(studentId)) {
            throw forbidden("The student must be the caller");
        }
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.forbidden(detail));
    }
}
