package dev.playhead.query.progress;

record CourseAnswer(CourseProgressAnswer progress) {}
