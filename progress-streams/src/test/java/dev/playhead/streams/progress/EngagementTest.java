package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.interaction;
import static dev.playhead.testing.sample.Interactions.like;
import static dev.playhead.testing.sample.Interactions.share;
import static dev.playhead.testing.sample.Interactions.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.ShortInteraction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EngagementTest {
    private static final Heartbeat SEEN =
            heartbeat().shortVideo("short1").duration(30).position(20).build();

    private final long seed = Long.getLong("playhead.seed", System.nanoTime());

    @Nested
    class Likes {
        @Test
        void the_latest_by_event_time_holds_in_whatever_order_they_come() {
            List<ShortInteraction> said = new ArrayList<>(List.of(
                    like().after(1).build(),
                    unlike().after(2).build(),
                    like().after(3).build(),
                    unlike().after(3).build(),
                    unlike().after(2.5).build()));
            for (int i = 0; i < 100; i++) {
                Collections.shuffle(said, new Random(seed + i));

                Engagement engagement = engaged(WatchState.initial(), said).engagement();

                assertThat(engagement)
                        .as("-Dplayhead.seed=%d: %s", seed, said)
                        .isEqualTo(new Engagement(true, START.plusSeconds(3).toEpochMilli(), 0, RecentEvents.NONE));
            }
        }

        @Test
        void one_that_comes_again_changes_nothing() {
            WatchState liked = engaged(like().after(1).build());

            assertThat(Fold.advance(liked, like().after(1).build())).isSameAs(liked);
            assertThat(Fold.advance(liked, unlike().after(0.5).build())).isSameAs(liked);
        }

        @Test
        void one_taken_back_is_none() {
            assertThat(engaged(like().after(1).build(), unlike().after(2).build())
                            .engagement()
                            .isLiked())
                    .isFalse();
        }
    }

    @Nested
    class Shares {
        @Test
        void each_counts_and_one_that_comes_again_once() {
            ShortInteraction first = share().after(1).build();

            WatchState state = engaged(
                    first, share().after(2).build(), first, share().after(3).build(), first);

            assertThat(state.engagement().shares()).isEqualTo(3);
        }

        @Test
        void only_the_last_are_remembered() {
            List<ShortInteraction> many = IntStream.range(0, 100)
                    .mapToObj(i -> share().after(i).build())
                    .toList();

            Engagement engagement = engaged(WatchState.initial(), many).engagement();

            assertThat(engagement.shares()).isEqualTo(100);
            assertThat(engagement.sharedBy().hashes()).hasSize(RecentEvents.MAX);
            for (ShortInteraction last : many.subList(92, 100)) {
                assertThat(engagement.with(last)).isSameAs(engagement);
            }
        }
    }

    @Test
    void what_was_never_watched_can_be_liked_and_stays_unwatched() {
        WatchState state = engaged(like().build());

        assertThat(state.isUnwatched()).isTrue();
        assertThat(state.isUntouched()).isFalse();
        assertThat(state.material()).isEqualTo(new Material("demo", MaterialKind.SHORT, 0));
        assertThat(engaged(share().build()).isUntouched()).isFalse();
    }

    @Test
    void watching_and_liking_do_not_touch_each_other_in_whatever_order() {
        WatchState likedFirst = Fold.advance(engaged(like().build()), SEEN);
        WatchState seenFirst = Fold.advance(fold(SEEN), like().build());

        assertThat(likedFirst).isEqualTo(seenFirst);
        assertThat(seenFirst.furthestMs()).isEqualTo(20_000);
        assertThat(seenFirst.engagement().isLiked()).isTrue();
    }

    @Test
    void a_reset_takes_it_back_and_what_was_done_before_it_no_longer_counts() {
        long reset = START.plusSeconds(10).toEpochMilli();
        WatchState state = Fold.advance(engaged(like().build(), share().after(1).build()), SEEN)
                .reset(reset);

        assertThat(state.engagement()).isEqualTo(Engagement.NONE);
        assertThat(Fold.advance(state, like().after(10).build())).isSameAs(state);
        assertThat(Fold.advance(state, share().after(5).build())).isSameAs(state);
        assertThat(Fold.advance(state, like().after(10.001).build())
                        .engagement()
                        .isLiked())
                .isTrue();
    }

    @Test
    void what_holds_for_more_is_not_put_on_what_is_liked() {
        WatchState liked = engaged(like().build());

        assertThat(liked.under(new Marker(3, 1))).isSameAs(liked);
    }

    @Test
    void what_a_newer_ingest_says_is_not_guessed() {
        assertThat(engaged(interaction(InteractionKind.UNKNOWN).build())).isEqualTo(WatchState.initial());
    }

    private static WatchState engaged(ShortInteraction... interactions) {
        return engaged(WatchState.initial(), List.of(interactions));
    }

    private static WatchState engaged(WatchState from, List<ShortInteraction> interactions) {
        WatchState state = from;
        for (ShortInteraction interaction : interactions) {
            state = Fold.advance(state, interaction);
        }
        return state;
    }
}
