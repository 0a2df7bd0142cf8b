package dev.playhead.query.audience;

/// How many students there are in a course.
///
/// @param started those who have begun something of it
record Attendance(long started, long completed) {}
