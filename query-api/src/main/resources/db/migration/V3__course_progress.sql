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

-- Records of a topic that could not be projected: what was in them, and why. Nothing reads them but
-- a person, and who waits for a write that is among them.
create table set_aside (
    topic text not null,
    partition int not null,
    record_offset bigint not null,
    -- Of the activity it says it follows from, where it says so.
    activity_offset bigint,
    reason text not null,
    key bytea,
    -- Shorter than value_bytes says where it was too long to keep.
    value bytea,
    value_bytes int not null,
    headers text not null,
    set_aside_at timestamptz not null default now(),
    primary key (topic, partition, record_offset)
);

-- Each read that names a write asks for exactly that one.
create index set_aside_activity on set_aside (topic, partition, activity_offset);
