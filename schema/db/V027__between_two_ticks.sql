-- A tick comes at the full minute, or some seconds beside it. A job's times lie in the midst between two, so that each tick finds
-- one of them behind it; next to a full minute, the tick that comes a little early would miss it.
update operations.job
set next_due = date_trunc('minute', next_due) + interval '30 seconds'
where every >= interval '1 minute';
