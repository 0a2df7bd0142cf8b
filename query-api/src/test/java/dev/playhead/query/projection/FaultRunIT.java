package dev.playhead.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Classwork;
import dev.playhead.query.running.Recount;
import dev.playhead.query.running.Written;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The broker, the database and the service, each killed as the kernel kills while a class watches.
class FaultRunIT {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final int KILLS = Integer.getInteger("playhead.kills", 2);
    private static final int SOME = 300;
    private static final Duration A_WHILE = Duration.ofSeconds(90);

    private final Random random = new Random(SEED);

    @Test
    void the_tables_are_what_a_recount_of_the_topic_says_whatever_is_killed(@TempDir Path directory) throws Exception {
        System.out.println("-Dplayhead.seed=" + SEED + " -Dplayhead.kills=" + KILLS);
        Sandbox sandbox = Stack.shared().sandbox(FaultRunIT.class);
        try (Mortal platform = new Mortal(sandbox, directory);
                Written written = new Written(sandbox, platform.bootstrapServers());
                Classwork classwork = new Classwork(written, SEED)) {
            for (Mortal.Part part : victims()) {
                awaitMoreRows(platform, 1 + random.nextInt(SOME));
                System.out.println("Killing the " + part);
                platform.kill(part);
                awaitMoreWritten(part, classwork, 1 + random.nextInt(SOME));
                platform.start(part);
            }
            awaitMoreRows(platform, SOME);
            classwork.stop();

            Recount recount = Recount.of(platform.bootstrapServers(), sandbox.registryUrl(), written.topics());
            recount.tables().forEach((table, rows) -> assertThat(rows).as(table).isNotEmpty());
            awaitEqual(platform, recount);

            platform.dropDatabase();
            awaitEqual(platform, recount);
        }
    }

    /// Each once, in any order, and then any.
    private List<Mortal.Part> victims() {
        List<Mortal.Part> victims = new ArrayList<>(Arrays.asList(Mortal.Part.values()));
        Collections.shuffle(victims, random);
        while (victims.size() < KILLS) {
            victims.add(Mortal.Part.values()[random.nextInt(Mortal.Part.values().length)]);
        }
        return victims.subList(0, KILLS);
    }

    /// Without a broker nobody writes: it is away for as long as it takes to start.
    private static void awaitMoreWritten(Mortal.Part away, Classwork classwork, int atLeast) {
        if (away != Mortal.Part.BROKER) {
            long before = classwork.delivered();
            await().atMost(A_WHILE).until(() -> classwork.delivered() >= before + atLeast);
        }
    }

    private static void awaitMoreRows(Mortal platform, int atLeast) {
        long before = platform.seen();
        await().atMost(A_WHILE).until(() -> platform.revived().seen() > before + atLeast);
    }

    private static void awaitEqual(Mortal platform, Recount recount) {
        await().atMost(A_WHILE)
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(Recount.of(platform.revived().rows()).tables())
                                .isEqualTo(recount.tables()));
    }
}
