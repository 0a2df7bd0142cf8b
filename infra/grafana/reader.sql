-- A user for Grafana who reads the audiences and nothing else: no table that names a student. To be run by an
-- administrator of the database once, and again after each infra/rebuild, which makes the tables anew. Then
-- give it a password:
--
--     alter role playhead_reader password '…';

do $$
begin
    if not exists (select from pg_roles where rolname = 'playhead_reader') then
        create role playhead_reader login connection limit 10;
    end if;
end
$$;

-- A dashboard asks for little; what asks for more does not hold up the reads beside it.
alter role playhead_reader set statement_timeout = '5s';
alter role playhead_reader set default_transaction_read_only = on;
alter role playhead_reader set search_path = projection;

grant usage on schema projection to playhead_reader;
grant select on projection.audience, projection.audience_curve, projection.audience_day to playhead_reader;
