package dev.playhead.streams.audience;

/// How one student, or several, stand to a material.
///
/// @param viewers students who watched it
/// @param views sessions in which it was watched
/// @param completions students who completed it
/// @param watchedMs how much was watched, repeats included, in the material's time
/// @param furthestBasisPoints how far the viewers came, added up
/// @param likes students who like it
/// @param shares how often it was shared
/// @param curves where in it all that was
public record Total(
        long viewers,
        long views,
        long completions,
        long watchedMs,
        long furthestBasisPoints,
        long likes,
        long shares,
        Curves curves) {
    private static final int FIGURES = 7;

    public static final Total NONE = new Total(0, 0, 0, 0, 0, 0, 0, Curves.NONE);

    public Total plus(Total more) {
        return new Total(
                viewers + more.viewers,
                views + more.views,
                completions + more.completions,
                watchedMs + more.watchedMs,
                furthestBasisPoints + more.furthestBasisPoints,
                likes + more.likes,
                shares + more.shares,
                curves.plus(more.curves));
    }

    public Total minus(Total less) {
        return new Total(
                viewers - less.viewers,
                views - less.views,
                completions - less.completions,
                watchedMs - less.watchedMs,
                furthestBasisPoints - less.furthestBasisPoints,
                likes - less.likes,
                shares - less.shares,
                curves.minus(less.curves));
    }

    Total with(Curves others) {
        return new Total(viewers, views, completions, watchedMs, furthestBasisPoints, likes, shares, others);
    }

    /// How many numbers it has, all in all.
    public int size() {
        return FIGURES + curves.size();
    }
}
