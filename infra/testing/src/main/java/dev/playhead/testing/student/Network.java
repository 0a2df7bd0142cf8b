package dev.playhead.testing.student;

import dev.playhead.schemas.event.HeartbeatSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What is between a device and ingest. It loses nothing: a player sends until it is answered.
///
/// @param delays a report holds up those behind it, which are sent when it has arrived
/// @param overtakings a report is on its way so long that those behind it come first
/// @param repeats a report that has arrived is sent again
public record Network(Mishap delays, Mishap overtakings, Mishap repeats) {
    /// Each report arrives as it is said.
    public static final Network PERFECT = new Network(Mishap.NEVER, Mishap.NEVER, Mishap.NEVER);

    static Network any(RandomGenerator dice) {
        return new Network(
                new Mishap(dice.nextDouble(0.5), Duration.ofSeconds(dice.nextInt(1, 20))),
                new Mishap(dice.nextDouble(0.05), Duration.ofSeconds(dice.nextInt(5, 120))),
                new Mishap(dice.nextDouble(0.05), Duration.ofSeconds(dice.nextInt(1, 60))));
    }

    /// Each report on its own; in the order of arrival.
    List<Delivery> carry(Sitting sitting, RandomGenerator dice) {
        List<Delivery> deliveries = new ArrayList<>();
        Instant free = Instant.MIN;
        for (Said said : sitting.said()) {
            Instant sentAt = said.at().isBefore(free) ? free : said.at();
            boolean overtaken = overtakings.happens(dice);
            Instant receivedAt = sentAt.plus(transit(overtaken, dice));
            free = overtaken ? free : receivedAt;
            deliveries.add(alone(sitting.device(), said, sentAt, receivedAt));
            if (repeats.happens(dice)) {
                Instant again = receivedAt.plus(repeats.length(dice));
                deliveries.add(alone(sitting.device(), said, again, again));
            }
        }
        deliveries.sort(Delivery.BY_ARRIVAL);
        return deliveries;
    }

    private Duration transit(boolean overtaken, RandomGenerator dice) {
        if (overtaken) {
            return overtakings.length(dice);
        }
        return delays.happens(dice) ? delays.length(dice) : Duration.ZERO;
    }

    private static Delivery alone(Device device, Said said, Instant sentAt, Instant receivedAt) {
        return new Delivery(said.sent(device, sentAt), receivedAt, HeartbeatSource.PLAYER);
    }

    /// All at once, in the order they were said.
    List<Delivery> sync(Sitting sitting, Instant sentAt, RandomGenerator dice) {
        Instant receivedAt = sentAt.plus(transit(false, dice));
        return sitting.said().stream()
                .map(said -> new Delivery(said.sent(sitting.device(), sentAt), receivedAt, HeartbeatSource.BATCH))
                .toList();
    }
}
