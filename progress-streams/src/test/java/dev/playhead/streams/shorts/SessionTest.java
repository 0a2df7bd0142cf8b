package dev.playhead.streams.shorts;

import static dev.playhead.streams.shorts.Sights.at;
import static dev.playhead.streams.shorts.Sights.sight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Swipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionTest {

    @Test
    void it_adds_up_what_was_done_in_it() {
        Session session = only(
                sight("a", 0).watched(5_000).build(),
                sight("a", 1).watched(4_000).completing().left(Swipe.UP).build(),
                sight("b", 2).watched(1_000).left(Swipe.DOWN).build(),
                sight("a", 3).watched(500).left(Swipe.UP).build());

        assertThat(session.startedAt()).isEqualTo(at(0));
        assertThat(session.lastSeenAt()).isEqualTo(at(3));
        assertThat(session.shorts()).containsOnlyKeys("a", "b");
        assertThat(session.completed()).isEqualTo(1);
        assertThat(session.swipesUp()).isEqualTo(2);
        assertThat(session.swipesDown()).isEqualTo(1);
        assertThat(session.watchedMs()).isEqualTo(10_500);
        assertThat(session.current()).isEqualTo("a");
    }

    @Nested
    class Silence {
        @Test
        void of_half_an_hour_is_none_and_a_moment_more_parts() {
            assertThat(sessions(sight("a", 0).build(), sight("b", 30).build())).hasSize(1);
            assertThat(sessions(sight("a", 0).build(), sight("b", 30.001).build()))
                    .hasSize(2);
        }

        @Test
        void is_measured_from_either_end() {
            assertThat(sessions(sight("a", 0).build(), sight("b", -30).build())).hasSize(1);
            assertThat(sessions(sight("a", 0).build(), sight("b", -30.001).build()))
                    .hasSize(2);
        }

        @Test
        void that_something_late_fills_is_none() {
            List<Session> sessions = sessions(
                    sight("a", 0).watched(1).build(), sight("b", 45).watched(2).build());
            assertThat(sessions).hasSize(2);

            Session joined = Session.of(sessions, sight("c", 20).watched(4).build());

            assertThat(joined.startedAt()).isEqualTo(at(0));
            assertThat(joined.lastSeenAt()).isEqualTo(at(45));
            assertThat(joined.shorts()).containsOnlyKeys("a", "b", "c");
            assertThat(joined.watchedMs()).isEqualTo(7);
            assertThat(joined.current()).isEqualTo("b");
        }
    }

    @Nested
    class Late {
        @Test
        void what_belongs_before_it_begins_it_earlier() {
            Session session = only(sight("a", 10).build(), sight("b", 5).build());

            assertThat(session.startedAt()).isEqualTo(at(5));
            assertThat(session.current()).isEqualTo("a");
        }

        @Test
        void what_comes_again_changes_nothing() {
            Sight swiping = sight("a", 1).completing().left(Swipe.UP).build();
            Session session = only(sight("a", 0).build(), swiping, sight("b", 2).build());

            assertThat(Session.of(List.of(session), swiping)).isEqualTo(session);
        }
    }

    @Nested
    class Without {
        private final Session session = only(
                sight("a", 0).watched(1).completing().left(Swipe.UP).build(),
                sight("b", 5).watched(2).completing().left(Swipe.DOWN).build(),
                sight("c", 9).watched(4).left(Swipe.UP).build());

        @Test
        void some_shorts_it_is_as_if_they_had_not_been() {
            assertThat(session.without(Set.of("a", "other")))
                    .contains(only(
                            sight("b", 5)
                                    .watched(2)
                                    .completing()
                                    .left(Swipe.DOWN)
                                    .build(),
                            sight("c", 9).watched(4).left(Swipe.UP).build()));
            assertThat(session.without(Set.of("c")).orElseThrow().lastSeenAt()).isEqualTo(at(5));
        }

        @Test
        void all_of_them_there_is_none() {
            assertThat(session.without(Set.of("a", "b", "c"))).isEmpty();
        }

        @Test
        void others_it_is_the_same() {
            assertThat(session.without(Set.of("d"))).containsSame(session);
        }
    }

    @Test
    void the_shorts_seen_longest_ago_make_room_for_more_than_there_may_be() {
        List<Sight> many = new ArrayList<>(IntStream.rangeClosed(0, Session.SHORTS_MAX)
                .mapToObj(i -> sight("s" + i, i / 10.0).build())
                .toList());

        Session session = only(many.toArray(Sight[]::new));

        assertThat(session.shorts()).hasSize(Session.SHORTS_MAX).doesNotContainKey("s0");
        assertThat(session.startedAt()).isEqualTo(at(0));
    }

    @Test
    void a_swipe_that_nobody_knows_is_none() {
        assertThat(only(sight("a", 0).left(Swipe.UNKNOWN).build()))
                .isEqualTo(only(sight("a", 0).build()));
    }

    private static List<Session> sessions(Sight... sights) {
        return Sittings.of(List.of(sights)).all();
    }

    private static Session only(Sight... sights) {
        List<Session> sessions = sessions(sights);
        assertThat(sessions).hasSize(1);
        return sessions.getFirst();
    }
}
