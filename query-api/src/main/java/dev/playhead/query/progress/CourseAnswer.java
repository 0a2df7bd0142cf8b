package dev.playhead.query.progress;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "CourseProgress")
record CourseAnswer(CourseProgressAnswer progress) {}
