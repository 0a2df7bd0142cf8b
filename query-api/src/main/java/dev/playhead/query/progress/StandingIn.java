package dev.playhead.query.progress;

import dev.playhead.query.catalog.Placed;

/// Where a student stands in one material of a course.
record StandingIn(Placed video, Standing standing) {
    boolean isIn(String chapterId) {
        return video.chapter().getId().equals(chapterId);
    }

    boolean isCompleted() {
        return standing.isCompleted();
    }
}
