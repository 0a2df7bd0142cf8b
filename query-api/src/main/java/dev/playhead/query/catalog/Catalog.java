package dev.playhead.query.catalog;

/// The catalog as this instance has it. It only moves on.
public final class Catalog {
    private volatile Courses now = Courses.NONE;
    private volatile boolean complete;

    /// One state of it: what belongs to one answer is asked of one.
    public Courses now() {
        return now;
    }

    public long position() {
        return now.position();
    }

    /// Whether it has once held all that was in the topic.
    public boolean isComplete() {
        return complete;
    }

    void become(Courses courses) {
        now = courses;
    }

    void completed() {
        complete = true;
    }
}
