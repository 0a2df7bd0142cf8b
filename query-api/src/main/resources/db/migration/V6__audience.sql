-- How much the audience of each material watched. Until progress-streams has said it anew of a
-- material, it is nothing.
alter table audience
    add column views bigint not null default 0,
    add column watched_ms bigint not null default 0,
    -- The furthest point of each viewer in hundredths of a percent, added up.
    add column furthest_basis_points bigint not null default 0;

-- The same along the material, in equal buckets. Of one whose duration was changed there are several
-- curves, each of those who watched that version last.
create table audience_curve (
    material_id text not null,
    buckets int not null,
    -- Of each bucket: who watched half of it or more, how often it was played, who stands in it.
    retention bigint[] not null,
    heat bigint[] not null,
    exits bigint[] not null,
    -- A read asks for one material.
    primary key (material_id, buckets)
);

-- What was done with each material on each day, UTC: the topic of the daily audience, key by key.
create table audience_day (
    material_id text not null,
    day date not null,
    views bigint not null,
    viewers bigint not null,
    completions bigint not null,
    watched_ms bigint not null,
    -- A read asks for some days of a material, or of each of a course's.
    primary key (material_id, day)
);

-- How many have completed a course. A student comes into it once, so heartbeats do not write to it.
create index course_progress_completed on course_progress (course_id) where completed_at is not null;
