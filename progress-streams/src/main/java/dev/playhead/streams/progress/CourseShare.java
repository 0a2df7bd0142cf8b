package dev.playhead.streams.progress;

import java.util.List;

/// How far a student is with one material of a course.
///
/// @param basisPoints the furthest point as a share of the duration, in hundredths of a percent
public record CourseShare(String material, int basisPoints, boolean isCompleted) {

    public static CourseShare of(String material, WatchState state) {
        return new CourseShare(material, state.progressBasisPoints(), state.isCompleted());
    }

    /// The mean over the materials, a completed one counting as whole; rounded half up.
    public static int overallBasisPoints(List<CourseShare> shares) {
        long sum = 0;
        for (CourseShare share : shares) {
            sum += share.isCompleted ? BasisPoints.ALL : share.basisPoints;
        }
        return shares.isEmpty() ? 0 : (int) ((2 * sum + shares.size()) / (2L * shares.size()));
    }
}
