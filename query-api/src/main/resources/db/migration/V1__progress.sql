-- Where each student stands in each material: what the topic of progress says, key by key.
-- Times are epoch milliseconds in UTC, as in the events: nothing is converted on the way in, so
-- nothing can be lost. `to_timestamp(last_watched_at / 1000.0)` shows one to a person.
create table material_progress (
    student_id text not null,
    material_id text not null,
    course_id text,
    kind text not null,
    position_ms bigint not null,
    furthest_ms bigint not null,
    duration_ms bigint not null,
    watched_ms bigint not null,
    first_watched_at bigint not null,
    last_watched_at bigint not null,
    completed_at bigint,
    attempt int not null,
    liked boolean not null,
    -- The offset of the activity this row follows from: none from an older one overwrites it.
    activity_offset bigint not null,
    -- Every read asks by student: one student's rows stand together in the index.
    primary key (student_id, material_id)
);

-- How far each partition has been projected. It changes in the same transaction as the rows, and
-- only from what its writer expects to find, so that it is the truth about the rows above and a
-- writer that was replaced is refused.
create table projection_offset (
    topic text not null,
    partition int not null,
    next_offset bigint not null,
    -- One more than the highest offset of the activity partition of the same number whose effect
    -- is in the rows.
    activity_seen bigint not null,
    primary key (topic, partition)
);
