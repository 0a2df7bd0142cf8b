package dev.playhead.query.running;

/// Every call there is that answers at once, for tests of what they have in common.
public enum ReadCall {
    STATUS("/api/progress/video/{video_id}/status"),
    BATCH("/api/progress/videos/batch"),
    COURSE("/api/progress/course/{course_id}"),
    CONTINUE("/api/progress/continue-watching"),
    STUDENTS_VIDEO("/api/students/{student_id}/progress/video/{video_id}"),
    STUDENTS_COURSE("/api/students/{student_id}/progress/course/{course_id}"),
    ROSTER("/api/progress/course/{course_id}/students"),
    SHORTS_OF_SUBMODULE("/learning/api/shorts/submodule/{submodule_id}"),
    SHORTS_OF_ALL("/learning/api/shorts/all-session"),
    SHORTS_SESSION("/learning/api/shorts/session"),
    SHORTS_SESSIONS("/learning/api/shorts/sessions"),
    AUDIENCE("/api/analytics/video/{video_id}/audience"),
    AUDIENCE_OF_COURSE("/api/analytics/course/{course_id}"),
    TIMELINE("/api/analytics/video/{video_id}/timeline"),
    TIMELINE_OF_COURSE("/api/analytics/course/{course_id}/timeline"),
    COMPLETIONS("/api/completions"),
    CATALOG("/api/catalog/courses"),
    CATALOG_COURSE("/api/catalog/courses/{course_id}");

    private final String template;

    ReadCall(String template) {
        this.template = template;
    }

    public String template() {
        return template;
    }

    public boolean isGet() {
        return this != BATCH;
    }

    /// Of all students together: it follows from no single activity.
    public boolean isOfAll() {
        return isTimeline() || name().startsWith("AUDIENCE");
    }

    public boolean isOfShorts() {
        return name().startsWith("SHORTS");
    }

    /// Asks about a student (where the call is not about the caller), a video and its course, or
    /// about submodule 1.1. Of days, about those of November 2026.
    ///
    /// @param headers names and values by turns
    public Answer ask(As caller, String student, String course, String video, String... headers) {
        String path = template.replace("{student_id}", student)
                .replace("{course_id}", course)
                .replace("{video_id}", video)
                .replace("{submodule_id}", "1.1");
        String query = isTimeline() ? "?from=2026-11-01&to=2026-11-30" : "";
        return isGet()
                ? caller.get(path + query, headers)
                : caller.post(path, "{\"video_ids\": [\"" + video + "\"]}", headers);
    }

    private boolean isTimeline() {
        return name().startsWith("TIMELINE");
    }
}
