package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.catalog.CatalogSnapshot.Change;
import dev.playhead.ingest.catalog.Decision.Refused;
import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Precondition NONE = new Precondition.None();
    private static final Precondition ABSENT = new Precondition.Absent();
    private static final Precondition PRESENT = new Precondition.Present();
    private static final Precondition AT_3 = new Precondition.OneOf(Set.of("\"3\"", "\"9\""));
    private static final Precondition AT_2 = new Precondition.OneOf(Set.of("\"2\""));

    private final CatalogSnapshot now = Catalogs.snapshot(
            Catalogs.course("a", 3, Catalogs.material("a1", MaterialKind.VIDEO, 1)),
            Catalogs.course("b", 1, Catalogs.material("b1", MaterialKind.VIDEO, 1)));

    @Test
    void a_change_of_a_course_takes_its_next_version() {
        assertThat(written(put("a", NONE, "a2")).course()).isEqualTo(draft("a2").at("a", 4, 77));
    }

    @Test
    void a_new_course_begins_above_the_logs_end() {
        assertThat(written(put("new", NONE, "n1")).course())
                .satisfies(course -> assertThat(course.getVersion()).isEqualTo(11));
    }

    @Test
    void a_course_that_is_deleted_and_created_again_goes_on_rising() {
        // Each write takes two places in the log, its own and the commit's: versions never overtake offsets.
        CatalogSnapshot log = CatalogSnapshot.EMPTY;
        long last = 0;
        for (int round = 0; round < 5; round++) {
            for (int change = 0; change < 4; change++) {
                var write = (Decision.Write) Decision.of(log, put("c", NONE, "c1"), 0);
                Course course = Objects.requireNonNull(write.course());
                assertThat(course.getVersion()).isGreaterThan(last);
                last = course.getVersion();
                log = log.with(List.of(new Change("c", log.readTo(), Optional.of(course))), log.readTo() + 2);
            }
            log = log.with(List.of(new Change("c", log.readTo(), Optional.empty())), log.readTo() + 2);
        }
    }

    @Test
    void preconditions_hold_or_the_change_is_refused() {
        assertThat(List.of(put("a", AT_3, "a1"), put("a", PRESENT, "a1"), put("new", ABSENT, "n1")))
                .allSatisfy(change -> assertThat(decide(change)).isInstanceOf(Decision.Write.class));
        assertThat(List.of(
                        put("a", AT_2, "a1"),
                        put("a", ABSENT, "a1"),
                        put("new", PRESENT, "n1"),
                        put("new", AT_3, "n1"),
                        put("a", new Precondition.Both(AT_3, ABSENT), "a1"),
                        new CatalogChange.Delete("a", AT_2),
                        new CatalogChange.Delete("new", AT_2)))
                .allSatisfy(change -> assertThat(refused(change).type()).isEqualTo(ProblemType.PRECONDITION_FAILED));
    }

    @Test
    void a_version_that_was_left_behind_is_refused_without_reading_to_the_end() {
        Precondition made = new Precondition.OneOf(Set.of("\"2\"", "\"made-up\""));

        assertThat(Decision.early(now, put("a", AT_2, "a2")))
                .contains((Refused) Decision.of(now, put("a", AT_2, "a2"), 0));
        assertThat(Decision.early(now, put("a", made, "a2"))).isPresent();
        assertThat(Decision.early(now, put("a", new Precondition.Both(PRESENT, AT_2), "a2")))
                .isPresent();
        // Another instance may have deleted it, or written version 9, and this one not know yet.
        for (Precondition open : List.of(NONE, ABSENT, PRESENT, AT_3, new Precondition.OneOf(Set.of("\"9\"")))) {
            assertThat(Decision.early(now, put("a", open, "a2")))
                    .as(open.toString())
                    .isEmpty();
        }
        assertThat(Decision.early(now, put("new", AT_2, "n1"))).isEmpty();
    }

    @Test
    void a_material_belongs_to_one_course() {
        assertThat(refused(put("a", NONE, "a1", "b1"))).satisfies(problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
            assertThat(problem.detail()).contains("b1");
        });
    }

    @Test
    void a_course_that_is_there_can_go() {
        assertThat(written(new CatalogChange.Delete("a", NONE)).course()).isNull();
        assertThat(refused(new CatalogChange.Delete("new", NONE)).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void what_a_deleted_course_had_is_free_again() {
        CatalogSnapshot after = now.with(List.of(new Change("b", 10, Optional.empty())), 12);

        assertThat(after.stamps()).containsOnlyKeys("a1");
        assertThat(Decision.of(after, put("a", NONE, "b1"), 0)).isInstanceOf(Decision.Write.class);
    }

    private Decision decide(CatalogChange change) {
        return Decision.of(now, change, 77);
    }

    private Decision.Write written(CatalogChange change) {
        return (Decision.Write) decide(change);
    }

    private Problem refused(CatalogChange change) {
        return ((Decision.Refused) decide(change)).problem();
    }

    private static CatalogChange put(String course, Precondition precondition, String... materials) {
        return new CatalogChange.Put(course, precondition, draft(materials));
    }

    private static CourseDraft draft(String... materials) {
        return new CourseDraft(
                "Title",
                new CompletionSettings(CompletionRule.POSITION, 80, 95),
                List.of(new Chapter(
                        "c",
                        "C",
                        Arrays.stream(materials)
                                .map(id -> Catalogs.material(id, MaterialKind.VIDEO, 1))
                                .toList())));
    }
}
