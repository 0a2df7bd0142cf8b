-- A short can be liked or shared unseen: then there is a row that only says so, and every read but that
-- of the shorts passes it over.
alter table material_progress add column begun boolean not null default true;

-- The sittings of students with shorts, as the topic of progress says them. One that was joined to
-- another, or reset, is gone.
create table shorts_session (
    student_id text not null,
    started_at bigint not null,
    last_seen_at bigint not null,
    shorts_watched int not null,
    shorts_completed int not null,
    swipes_up int not null,
    swipes_down int not null,
    watched_ms bigint not null,
    current_material_id text not null,
    -- As in material_progress: none from an older activity overwrites it.
    activity_offset bigint not null,
    -- A student's sessions are asked for from the latest back: the index is read backwards.
    primary key (student_id, started_at)
);

-- How all students together stand to each material: the topic of the audience, key by key. It follows
-- from no single activity: what is later in the topic is later.
create table audience (
    -- Each read names the materials that it shows.
    material_id text primary key,
    viewers bigint not null,
    completions bigint not null,
    likes bigint not null,
    shares bigint not null
);
