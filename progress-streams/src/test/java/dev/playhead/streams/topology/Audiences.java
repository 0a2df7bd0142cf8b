package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Audience;
import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.Curves;
import dev.playhead.streams.audience.Total;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;

/// What is said of audiences, in parts.
final class Audiences {
    private Audiences() {}

    /// The figures that count students and what they do, in one line.
    static String counts(SpecificRecord said) {
        Audience audience = (Audience) said;
        return counts(audience.getViewers(), audience.getCompletions(), audience.getLikes(), audience.getShares());
    }

    static String counts(long viewers, long completions, long likes, long shares) {
        return viewers + " viewers, " + completions + " completions, " + likes + " likes, " + shares + " shares";
    }

    static Contribution contribution(long viewers, long completions, long likes, long shares) {
        return new Contribution(new Total(viewers, 0, completions, 0, 0, likes, shares, Curves.NONE), new TreeMap<>());
    }

    /// The latest of each key; tombstones are none.
    static Map<String, SpecificRecord> latest(List<TestRecord<String, SpecificRecord>> said) {
        Map<String, SpecificRecord> latest = new TreeMap<>();
        keep(latest, said);
        return latest;
    }

    static void keep(Map<String, SpecificRecord> latest, List<TestRecord<String, SpecificRecord>> said) {
        for (TestRecord<String, SpecificRecord> record : said) {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        }
    }

    /// Of materials that somebody has something to do with.
    static Map<String, SpecificRecord> withoutNothing(Map<String, SpecificRecord> latest) {
        return latest.entrySet().stream()
                .filter(one -> !one.getValue().equals(nothing(one.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Audience nothing(String material) {
        return new Audience(material, 0L, 0L, 0L, 0L, 0L, 0L, 0L, List.of());
    }
}
