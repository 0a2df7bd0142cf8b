-- The students of a course: of each of its materials the next ones by id, and those who completed
-- the course when it was another. What is indexed never changes, so that a heartbeat does not write
-- to them.
create index material_progress_students on material_progress (material_id, student_id);
create index course_progress_students on course_progress (course_id, student_id);
