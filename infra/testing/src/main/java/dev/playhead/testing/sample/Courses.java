package dev.playhead.testing.sample;

import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Builds courses. Materials go into the chapter that was begun last; one that was given none has chapter `c1`.
public final class Courses {
    private static final long MS = 1_000;

    private final Course.Builder course;
    private final List<Chapter> chapters = new ArrayList<>();

    private Courses(String id) {
        course = Course.newBuilder()
                .setCourseId(id)
                .setVersion(1)
                .setTitle("Course " + id)
                .setCompletion(new CompletionSettings(CompletionRule.POSITION, 80, 95))
                .setUpdatedAt(Instant.parse("2026-11-21T07:00:00Z").toEpochMilli());
    }

    public static Courses course(String id) {
        return new Courses(id);
    }

    /// Course `demo` with `video123`, 600 s, and `video124`, 540 s.
    public static Course demo() {
        return course("demo").video("video123", 600).video("video124", 540).build();
    }

    public Courses version(long version) {
        course.setVersion(version);
        return this;
    }

    public Courses title(String title) {
        course.setTitle(title);
        return this;
    }

    public Courses completion(CompletionRule rule, int videoThreshold, int shortThreshold) {
        course.setCompletion(new CompletionSettings(rule, videoThreshold, shortThreshold));
        return this;
    }

    public Courses updatedAt(Instant time) {
        course.setUpdatedAt(time.toEpochMilli());
        return this;
    }

    public Courses chapter(String id) {
        chapters.add(new Chapter(id, "Chapter " + id, new ArrayList<>()));
        return this;
    }

    public Courses video(String id, double seconds) {
        return video(id, seconds, settings -> settings);
    }

    /// With more settings: `video("a", 60, it -> it.setPublished(false))`.
    public Courses video(String id, double seconds, UnaryOperator<Material.Builder> settings) {
        Material.Builder video = material(id, MaterialKind.VIDEO, seconds).setAspectRatio("16:9");
        return add(settings.apply(video).build());
    }

    public Courses shortVideo(String id, double seconds, String moduleRef, int sequence) {
        return shortVideo(id, seconds, moduleRef, sequence, settings -> settings);
    }

    /// With more settings.
    public Courses shortVideo(
            String id, double seconds, String moduleRef, int sequence, UnaryOperator<Material.Builder> settings) {
        Material.Builder shortVideo = material(id, MaterialKind.SHORT, seconds)
                .setAspectRatio("9:16")
                .setModuleRef(moduleRef)
                .setSequence(sequence);
        return add(settings.apply(shortVideo).build());
    }

    public Course build() {
        return course.setChapters(List.copyOf(chapters)).build();
    }

    private static Material.Builder material(String id, MaterialKind kind, double seconds) {
        return Material.newBuilder()
                .setId(id)
                .setKind(kind)
                .setTitle("Title of " + id)
                .setDurationMs(Math.round(seconds * MS));
    }

    private Courses add(Material material) {
        if (chapters.isEmpty()) {
            chapter("c1");
        }
        chapters.getLast().getMaterials().add(material);
        return this;
    }
}
