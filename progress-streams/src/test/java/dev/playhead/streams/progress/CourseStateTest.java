package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.sample.Courses;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseStateTest {
    private static final CourseOutline TWO = new CourseOutline(3, List.of("a", "b"));
    private static final CourseState BEGUN = CourseState.begin(Marker.FIRST);

    @Test
    void the_outline_is_the_published_materials_in_course_order() {
        CourseOutline outline = CourseOutline.of(Courses.course("demo")
                .version(7)
                .chapter("one")
                .video("b", 60)
                .video("hidden", 60, it -> it.setPublished(false))
                .chapter("two")
                .shortVideo("a", 30, "1.1", 1)
                .build());

        assertThat(outline).isEqualTo(new CourseOutline(7, List.of("b", "a")));
        assertThat(CourseOutlineFormat.read(CourseOutlineFormat.write(outline))).isEqualTo(outline);
    }

    @Test
    void it_is_completed_when_every_material_is() {
        CourseState half = BEGUN.held(TWO, List.of(share("a", 10_000, true), share("b", 7_000, false)), 5);
        CourseState whole = half.held(TWO, List.of(share("a", 10_000, true), share("b", 8_000, true)), 9);

        assertThat(half.completedAt()).isNull();
        assertThat(whole.completedAt()).isEqualTo(9);
        assertThat(whole.isCompletedSince(half)).isTrue();
    }

    @Test
    void a_changed_course_takes_no_completion_back_and_moves_no_date() {
        CourseState whole = BEGUN.held(TWO, List.of(share("a", 10_000, true), share("b", 8_000, true)), 9);
        CourseState longer =
                whole.held(new CourseOutline(4, List.of("a", "b", "c")), List.of(share("c", 0, false)), 11);

        assertThat(longer.completedAt()).isEqualTo(9);
        assertThat(longer.version()).isEqualTo(4);
        assertThat(longer.isCompletedSince(whole)).isFalse();
    }

    @Test
    void a_completed_course_that_is_held_again_keeps_its_date() {
        List<CourseShare> all = List.of(share("a", 10_000, true), share("b", 8_000, true));

        assertThat(BEGUN.held(TWO, all, 9).held(TWO, all, 11).completedAt()).isEqualTo(9);
    }

    @Test
    void a_course_without_materials_is_not_completed() {
        assertThat(BEGUN.held(new CourseOutline(1, List.of()), List.of(), 9).completedAt())
                .isNull();
    }

    @Test
    void a_reset_begins_the_next_attempt() {
        CourseState whole = BEGUN.held(TWO, List.of(share("a", 10_000, true), share("b", 8_000, true)), 9);

        assertThat(whole.reset(20)).isEqualTo(CourseState.begin(new Marker(2, 20)));
    }

    @Test
    void the_overall_share_counts_a_completed_material_as_whole_and_is_rounded_half_up() {
        assertThat(CourseShare.overallBasisPoints(List.of(share("a", 8_000, true), share("b", 4_001, false))))
                .isEqualTo(7_001);
        assertThat(CourseShare.overallBasisPoints(List.of())).isZero();
        assertThat(CourseShare.of("video123", fold(at(125.5)))).isEqualTo(share("video123", 2_092, false));
    }

    @Test
    void one_share_can_be_forgotten_and_the_others_are_not() {
        CourseState kept = CourseState.begin(Marker.FIRST)
                .held(TWO, List.of(share("a", 7_000, false), share("b", 0, false)), 5)
                .keeping(KeptShares.of(List.of(share("a", 7_000, false), share("b", 0, false))));

        KeptShares without = kept.without(TWO, "a").shares();

        assertThat(without.of(0, "a")).isNull();
        assertThat(without.of(1, "b")).isEqualTo(share("b", 0, false));
        assertThat(kept.without(TWO, "elsewhere")).isSameAs(kept);
        assertThat(kept.without(TWO, "a").without(TWO, "a")).isEqualTo(kept.without(TWO, "a"));
    }

    @Test
    void a_share_follows_its_material() {
        CourseState kept = CourseState.begin(Marker.FIRST)
                .held(TWO, List.of(), 5)
                .keeping(KeptShares.of(List.of(share("a", 7_000, false), share("b", 0, false))));

        KeptShares followed = kept.with(TWO, share("a", 8_500, true)).shares();

        assertThat(followed.of(0, "a")).isEqualTo(share("a", 8_500, true));
        assertThat(followed.of(1, "b")).isEqualTo(share("b", 0, false));
        assertThat(kept.with(TWO, share("a", 7_000, false))).isSameAs(kept);
        assertThat(kept.with(TWO, share("elsewhere", 1, false))).isSameAs(kept);
        assertThat(kept.with(new CourseOutline(4, List.of("b", "a")), share("a", 1, false))
                        .shares())
                .isEqualTo(KeptShares.NONE);
    }

    @Test
    void shares_of_another_version_of_the_course_are_not_known_by_their_places() {
        CourseState kept = CourseState.begin(Marker.FIRST)
                .held(TWO, List.of(), 5)
                .keeping(KeptShares.of(List.of(share("a", 7_000, false), share("b", 0, false))));

        assertThat(kept.isOf(TWO)).isTrue();
        assertThat(kept.isOf(new CourseOutline(4, List.of("b", "a")))).isFalse();
        assertThat(kept.isOf(new CourseOutline(3, List.of("a")))).isFalse();
        assertThat(kept.without(new CourseOutline(4, List.of("b", "a")), "b").shares())
                .isEqualTo(KeptShares.NONE);
    }

    private static CourseShare share(String material, int basisPoints, boolean isCompleted) {
        return new CourseShare(material, basisPoints, isCompleted);
    }
}
