package dev.playhead.streams.topology;

import java.time.LocalDate;

/// Where the sums of audiences stand, as text: `material`, `material/2026-11-21`, and of a part
/// ([PartKey]) `material/7`, `material/2026-11-21/7`. No material's id has a slash in it.
final class AudienceKeys {
    private static final char SEPARATOR = '/';

    private AudienceKeys() {}

    /// @param day since 1970-01-01
    static String ofDay(String material, long day) {
        return ofDay(material, DayText.of(day));
    }

    static String ofDay(String material, String day) {
        return material + SEPARATOR + day;
    }

    /// What a part adds to that.
    static String ofDayOfPart(PartKey part, long day) {
        return ofDay(part.material(), day) + SEPARATOR + part.part();
    }

    /// Begins the keys of all days of a material.
    static String beforeDays(String material) {
        return material + SEPARATOR;
    }

    /// Whether it is a material's, and none of a part or a day.
    static boolean isOfMaterial(String key) {
        return key.indexOf(SEPARATOR) < 0;
    }

    /// The day of a key that has one.
    static long day(String key) {
        return LocalDate.parse(key.substring(key.lastIndexOf(SEPARATOR) + 1)).toEpochDay();
    }
}
