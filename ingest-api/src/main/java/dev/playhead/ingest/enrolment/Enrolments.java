package dev.playhead.ingest.enrolment;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;

/// Decides whether a student may report on a material.
public final class Enrolments {
    /// What is said to whom [#admit] does not admit.
    public static final Problem NOT_ENROLLED = Problem.forbidden("The material is in none of the student's courses");

    private final Enrolment known;
    private final Catalog catalog;

    public Enrolments(Enrolment known, Catalog catalog) {
        this.known = known;
        this.catalog = catalog;
    }

    /// Where enrolment is checked, a material that the catalog does not have is in none of the
    /// student's courses: so what exists elsewhere cannot be found out by asking for it.
    public boolean admit(Caller student, String material) {
        return known == Enrolment.OPEN
                || student.isNamed(Caller.ALL_COURSES)
                || catalog.stamp(material)
                        .map(Stamp::courseId)
                        .filter(student::isNamed)
                        .isPresent();
    }

    /// Refuses (403) whom [#admit] does not admit.
    public void require(Caller student, String material) {
        if (!admit(student, material)) {
            throw new ProblemException(NOT_ENROLLED);
        }
    }
}
