package dev.playhead.query.progress;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.Course;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a student stands in a course. Only what is published counts.
@Schema(name = "CourseProgressDetail")
record CourseProgressAnswer(
        String courseId,
        String studentId,

        @Schema(description = "The mean over the materials: 100 of a completed one, else its percentage")
        BigDecimal overallProgress,

        Materials materials,
        List<ChapterProgress> chapters,
        List<VideoProgress> videos,

        @Schema(description = "Since when the course is completed; it stays so when the course changes") @Nullable Instant completedAt) {

    /// @param videos all that are published, in the course's order
    /// @param completedAt what was completed stays so when the course changes: it does not follow
    ///     from the videos
    static CourseProgressAnswer of(String student, Course course, List<StandingIn> videos, @Nullable Long completedAt) {
        return new CourseProgressAnswer(
                course.getCourseId(),
                student,
                progress(videos),
                Materials.of(videos),
                course.getChapters().stream()
                        .map(chapter -> ChapterProgress.of(chapter, videos))
                        .toList(),
                videos.stream().map(VideoProgress::of).toList(),
                VideoStatus.time(completedAt));
    }

    record Materials(int total, int completed, List<String> completedIds) {
        static Materials of(List<StandingIn> videos) {
            List<String> completed = videos.stream()
                    .filter(StandingIn::isCompleted)
                    .map(each -> each.video().id())
                    .toList();
            return new Materials(videos.size(), completed.size(), completed);
        }
    }

    record ChapterProgress(String id, String title, int total, int completed, BigDecimal progressPercentage) {
        static ChapterProgress of(Chapter chapter, List<StandingIn> ofCourse) {
            List<StandingIn> videos =
                    ofCourse.stream().filter(each -> each.isIn(chapter.getId())).toList();
            int completed =
                    (int) videos.stream().filter(StandingIn::isCompleted).count();
            return new ChapterProgress(chapter.getId(), chapter.getTitle(), videos.size(), completed, progress(videos));
        }
    }

    record VideoProgress(
            String videoId,
            String title,
            String kind,
            String chapterId,
            @JsonUnwrapped VideoStatus status) {

        static VideoProgress of(StandingIn each) {
            return new VideoProgress(
                    each.video().id(),
                    each.video().material().getTitle(),
                    each.video().material().getKind().name(),
                    each.video().chapter().getId(),
                    VideoStatus.of(each.standing()));
        }
    }

    private static BigDecimal progress(List<StandingIn> videos) {
        return Shares.percentage(Shares.mean(
                videos.stream().map(each -> each.standing().shareOfCourse()).toList()));
    }
}
