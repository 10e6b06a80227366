-- Which schema this is: a room that needs a newer one stays unready, and says so, until the migrations have run.
create view platform.published_schema as
  select max(version::integer) as version from flyway.flyway_schema_history where success and version ~ '^[0-9]+$';

do $$
declare
  room text;
begin
  foreach room in array array['identity', 'access', 'spend', 'alerts', 'operations'] loop
    execute format('grant select on platform.published_schema to %I', '${roles}' || room);
  end loop;
end
$$;
