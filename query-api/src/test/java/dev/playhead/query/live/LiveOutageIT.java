package dev.playhead.query.live;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.KafkaProcess;
import dev.playhead.testing.parts.KafkaSettings;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class LiveOutageIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @RegisterExtension
    final Listeners listeners = new Listeners();

    @Test
    void streams_stay_open_while_the_broker_is_away_and_then_go_on(@TempDir Path directory) {
        Sandbox sandbox = Stack.shared().begin().sandbox(LiveOutageIT.class);
        KafkaSettings kept = KafkaSettings.in(directory, FreePorts.next(), FreePorts.next());
        KafkaProcess broker = KafkaProcess.start(kept);
        try (Written written = new Written(sandbox, broker.bootstrapServers());
                QueryService service = start(sandbox, broker, written)) {
            Listener ana = listeners.own(service, "ana");
            written.put(at("ana", "video123", 1_000));
            await().atMost(SOON).until(() -> ana.progress().size() == 1);

            broker.process().kill();
            long comments = comments(ana);
            await().atMost(SOON).until(() -> comments(ana) > comments + 5);
            Listener meanwhile = listeners.own(service, "ana", Listeners.resuming(ana.lastId()));
            assertThat(meanwhile.status()).isEqualTo(200);

            broker = KafkaProcess.start(kept);
            written.put(at("ana", "video123", 2_000));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ana.brief()).containsExactly("video123=1.0", "video123=2.0"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(meanwhile.brief()).containsExactly("video123=2.0"));
            assertThat(ana.isOver()).isFalse();
        } finally {
            broker.close();
        }
    }

    private static QueryService start(Sandbox sandbox, KafkaProcess broker, Written written) {
        written.course(Courses.demo());
        Map<String, String> settings = QueryService.settings(sandbox);
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        return QueryService.start(settings, "playhead.live.comment-every=200ms").ready();
    }

    private static long comments(Listener listener) {
        return listener.heard().stream().filter(Heard::isComment).count();
    }
}
