package dev.playhead.query.projection;

import org.springframework.jdbc.core.JdbcTemplate;

/// Where each student stands, in what and in which sitting.
final class ProgressRows implements ProjectedRows {
    private final MaterialTable materials;
    private final CourseTable courses;
    private final SessionTable sessions;

    ProgressRows(JdbcTemplate jdbc) {
        this.materials = new MaterialTable(jdbc);
        this.courses = new CourseTable(jdbc);
        this.sessions = new SessionTable(jdbc);
    }

    @Override
    public void write(Batch batch) {
        materials.put(batch.only(Change.MaterialPut.class));
        materials.delete(batch.only(Change.MaterialGone.class));
        courses.put(batch.only(Change.CoursePut.class));
        courses.delete(batch.only(Change.CourseGone.class));
        sessions.put(batch.only(Change.SessionPut.class));
        sessions.delete(batch.only(Change.SessionGone.class));
    }
}
