-- Where each student stands in each course, as the topic of progress says it: not at every
-- heartbeat, but when something was begun, completed or reset, comes into its next tenth, or the
-- course was changed.
create table course_progress (
    student_id text not null,
    course_id text not null,
    -- In hundredths of a percent.
    overall_basis_points int not null,
    materials int not null,
    materials_completed int not null,
    completed_at bigint,
    attempt int not null,
    -- As in material_progress: none from an older activity overwrites it.
    activity_offset bigint not null,
    primary key (student_id, course_id)
);
