package dev.playhead.testing.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The catalog that the local stack begins with, under the names that the guides use.
public final class DemoCatalog {
    /// The course of videos.
    public static final String COURSE = "demo";

    /// The course of shorts.
    public static final String SHORTS = "demo-shorts";

    private DemoCatalog() {}

    /// Each course as `PUT /api/catalog/courses/{id}` takes it, by id, in the order to put them.
    public static SequencedMap<String, byte[]> courses() {
        SequencedMap<String, byte[]> courses = new LinkedHashMap<>();
        for (String id : List.of(COURSE, SHORTS)) {
            courses.put(id, read("/demo/course-" + id + ".json"));
        }
        return Collections.unmodifiableSequencedMap(courses);
    }

    /// How long each video of the course of videos is, in seconds, by id and in course order.
    public static SequencedMap<String, Double> videoDurations() {
        return durations(COURSE);
    }

    /// The same of each short.
    public static SequencedMap<String, Double> shortDurations() {
        return durations(SHORTS);
    }

    private static SequencedMap<String, Double> durations(String id) {
        SequencedMap<String, Double> durations = new LinkedHashMap<>();
        JsonNode course = JsonMapper.shared().readTree(read("/demo/course-" + id + ".json"));
        for (JsonNode chapter : course.path("chapters")) {
            for (JsonNode material : chapter.path("materials")) {
                durations.put(
                        material.path("id").asString(),
                        material.path("duration").asDouble());
            }
        }
        return Collections.unmodifiableSequencedMap(durations);
    }

    private static byte[] read(String resource) {
        try (InputStream json = DemoCatalog.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return json.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
