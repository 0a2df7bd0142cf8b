package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a month of a class, whatever it did: each figure that is said of an audience, and of each of
/// its days, is what a recount of the raw activity gives, by hand. Three tasks have a third of the
/// class each; a fourth adds up.
class AudienceRecountIT {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final int STUDENTS = 25;
    private static final int TASKS = 3;
    private static final int TOLD_EVERY = 1_000;

    private final Map<String, SpecificRecord> audience = new TreeMap<>();
    private final Map<String, SpecificRecord> daily = new TreeMap<>();

    @Test
    void of_a_class_is_what_was_said(@TempDir Path states) {
        System.out.println("-Dplayhead.seed=" + SEED);
        SimulatedMonth month = new SimulatedMonth(STUDENTS, new SplittableRandom(SEED));
        AudienceByHand byHand = new AudienceByHand();
        month.forEach((student, material, activity) -> byHand.add(material, activity));
        pass(month, states);

        assertThat(byHand.audience()).hasSizeGreaterThan(5);
        assertThat(Audiences.withoutNothing(audience))
                .as("-Dplayhead.seed=" + SEED)
                .isEqualTo(byHand.audience());
        assertThat(daily).as("-Dplayhead.seed=" + SEED).isEqualTo(byHand.daily());
        assertThat(audience.values())
                .as("durations that changed")
                .anySatisfy(said -> assertThat(((Audience) said).getCurves()).hasSize(2));
    }

    private void pass(SimulatedMonth month, Path states) {
        List<Driven> tasks = new ArrayList<>();
        try (Driven adding = new Driven(states.resolve("adding"))) {
            for (int task = 0; task < TASKS; task++) {
                tasks.add(new Driven(states.resolve("task-" + task)));
            }
            int passed = 0;
            for (Iterator<SpecificRecord> each = month.activity().iterator(); each.hasNext(); ) {
                send(each.next(), tasks);
                if (++passed % TOLD_EVERY == 0) {
                    tell(tasks, adding);
                }
            }
            System.out.println(passed + " records of activity");
            tell(tasks, adding);
        } finally {
            tasks.forEach(Driven::close);
        }
    }

    private static void send(SpecificRecord activity, List<Driven> tasks) {
        switch (activity) {
            case Heartbeat heartbeat -> task(heartbeat.getStudentId(), tasks).send(heartbeat);
            case ShortInteraction interaction ->
                task(interaction.getStudentId(), tasks).send(interaction);
            case ResetProgress reset ->
                task(reset.getStudentId(), tasks).send(reset.getStudentId(), reset, reset.getReceivedAt());
            default -> throw new IllegalArgumentException(activity.toString());
        }
    }

    private static Driven task(String student, List<Driven> tasks) {
        return tasks.get(Math.floorMod(student.hashCode(), TASKS));
    }

    private void tell(List<Driven> tasks, Driven adding) {
        for (int task = 0; task < TASKS; task++) {
            Driven its = tasks.get(task);
            int part = task;
            its.partsTold()
                    .forEach(told -> adding.sendPart(PartKey.of(told.key()).material(), part, told.value()));
            its.forget();
        }
        Audiences.keep(audience, adding.audience());
        Audiences.keep(daily, adding.audienceDaily());
    }
}
