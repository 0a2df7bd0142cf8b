-- Activities that could not be applied: whoever waits for one learns that it is not in the rows,
-- and never will be. Kept for good: a token has no end.
create table dead_letter (
    -- Of progress, as in projection_offset.
    topic text not null,
    partition int not null,
    activity_offset bigint not null,
    -- Each read that names a write asks for exactly that one.
    primary key (topic, partition, activity_offset)
);
