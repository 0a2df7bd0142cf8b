package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.sample.XapiStatement;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// At a rate so low that no test outruns it.
class RateLimitIT {
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(
                Stack.shared().sandbox(RateLimitIT.class),
                "--playhead.rate-limit.every=10s",
                "--playhead.rate-limit.burst=2");
        ingest.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.course("C", "v", "w"))
                .isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void the_burst_is_taken_and_what_follows_is_told_when_to_come_back() {
        Calls ana = ingest.as(TokenRequest.student("ana"));

        Answer first = ana.watchTime("v", Bodies.watched(1)).isAccepted();
        ana.watchTime("v", Bodies.watched(-1)).isProblem(422);
        Answer second = ana.watchTime("v", Bodies.watched(2)).isAccepted();
        Answer third = ana.watchTime("v", Bodies.watched(3)).isProblem(429);

        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"updates\";q=2;w=20");
        assertThat(first.header("RateLimit")).isEqualTo("\"updates\";r=1;t=10");
        assertThat(second.header("RateLimit")).matches("\"updates\";r=0;t=(19|20)");
        assertThat(third.header("RateLimit")).startsWith("\"updates\";r=0;t=");
        assertThat(third.header("RateLimit-Policy")).isEqualTo("\"updates\";q=2;w=20");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 10);
        assertThat(third.json().path("retry_after").asInt()).isEqualTo(Integer.parseInt(third.header("Retry-After")));
        ana.watchTime("w", Bodies.watched(1)).isAccepted();
        ingest.as(TokenRequest.student("bo")).watchTime("v", Bodies.watched(1)).isAccepted();
        await().atMost(WITHIN).until(() -> ana.watchTime("v", Bodies.watched(4)).status() == 202);
        assertThat(ingest.management().get("/actuator/prometheus").body())
                .containsPattern(
                        "playhead_ingest_heartbeats_total\\{outcome=\"refused\",reason=\"rate_limited\"} [1-9]");
    }

    @Test
    void likes_and_shares_have_a_rate_of_their_own_and_shorts_that_of_videos() {
        ingest.as(TokenRequest.admin("root"))
                .putCourse("shorts", Bodies.shorts("S", "s"))
                .isAccepted();
        Calls eve = ingest.as(TokenRequest.student("eve"));
        String report = Bodies.watchedShort("s", "50", "22.5", "none");

        Answer first = eve.shortProgress("s", report).isAccepted();
        eve.shortProgress("s", "{}").isProblem(422);
        eve.watchShort(report).isAccepted();
        Answer third = eve.shortProgress("s", report).isProblem(429);
        eve.watchTime("s", "{\"watch_time\": 1, \"total_duration\": 45}").isProblem(429);
        Answer liked = eve.like("s").isAccepted();
        eve.share("s", "{\"channel\": \"\"}").isProblem(422);
        eve.share("s", "{}").isAccepted();
        Answer unliked = eve.unlike("s").isProblem(429);

        assertThat(first.header("RateLimit")).isEqualTo("\"updates\";r=1;t=10");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 10);
        assertThat(liked.header("RateLimit")).isEqualTo("\"updates\";r=1;t=10");
        assertThat(Integer.parseInt(unliked.header("Retry-After"))).isBetween(1, 10);
        assertThat(ingest.management().get("/actuator/prometheus").body())
                .contains(
                        "playhead_ingest_interactions_total{outcome=\"accepted\",reason=\"none\"} 2.0",
                        "playhead_ingest_interactions_total{outcome=\"refused\",reason=\"invalid\"} 1.0",
                        "playhead_ingest_interactions_total{outcome=\"refused\",reason=\"rate_limited\"} 1.0");
    }

    @Test
    void a_statement_by_itself_is_an_update_like_any_other() {
        Calls cleo = ingest.as(TokenRequest.student("cleo"));

        cleo.watchTime("v", Bodies.watched(1)).isAccepted();
        Answer second = cleo.statements(played(2).json());
        Answer third = cleo.statements(played(3).json()).isProblem(429);

        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(second.header("RateLimit")).matches("\"updates\";r=0;t=(19|20)");
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 10);
    }

    @Test
    void statements_that_were_kept_are_judged_by_when_they_happened() {
        Instant began = Instant.now().minusSeconds(600);
        String kept = IntStream.of(0, 60, 61, 62, 600)
                .mapToObj(second ->
                        played(second).occurredAt(began.plusSeconds(second)).json())
                .collect(Collectors.joining(",", "[", "]"));

        Answer answer = ingest.as(TokenRequest.student("dan")).statements(kept);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).hasSize(4);
        assertThat(answer.header("Playhead-Refused")).isEqualTo("3;reason=rate_limited");
    }

    private static XapiStatement played(double time) {
        return XapiStatement.video("played").time(time).object("https://school.example.org/v");
    }
}
