package dev.playhead.query.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A statement of a read, with parameters as callers give them.
///
/// @param name the class and its constant
record ReadStatement(String name, String sql, List<Object> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("\\?");
    private static final String[] VIDEOS =
            Stream.iterate(0, n -> n + 20).limit(100).map(n -> "v" + n).toArray(String[]::new);

    static Stream<ReadStatement> known() {
        return Stream.of(
                of("progress.Standings.OF_MATERIALS", "s7", VIDEOS),
                of("progress.Standings.OF_COURSE", "s7", VIDEOS, "s7", "c7"),
                of("progress.Standings.BEGUN", "s7", 10_000),
                of("live.KnownRows.OF_STUDENT", "s7", "v7", 500),
                of("live.KnownRows.OF_MATERIAL", "v7", "s7", 500),
                of("roster.RosterRows.PAGE", VIDEOS, "s3", 51, "c7", "s3", 51, 51, VIDEOS, "c7"),
                of("audience.AudienceRows.OF_VIDEO", "v7"),
                of("audience.AudienceRows.OF_VIDEOS", (Object) VIDEOS),
                of("audience.AudienceRows.OF_COURSE", "c7", "c7"),
                of("audience.DayRows.BETWEEN", VIDEOS, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 7), 50_001),
                of("shorts.ShortsRows.OF_SHORTS", "s7", VIDEOS, VIDEOS),
                of("shorts.SessionRows.BEFORE", "s7", 7L, 21));
    }

    /// With `$1` and so on, as the database numbers them.
    String numbered() {
        int[] number = {0};
        return PARAMETER.matcher(sql).replaceAll(parameter -> "\\$" + ++number[0]);
    }

    @Override
    public String toString() {
        return name;
    }

    private static ReadStatement of(String name, Object... parameters) {
        int dot = name.lastIndexOf('.');
        try {
            var constant = Class.forName("dev.playhead.query." + name.substring(0, dot))
                    .getDeclaredField(name.substring(dot + 1));
            constant.setAccessible(true);
            return new ReadStatement(name, (String) constant.get(null), List.of(parameters));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("There is no " + name + " any more", e);
        }
    }
}
