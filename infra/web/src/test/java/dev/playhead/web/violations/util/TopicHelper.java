package dev.playhead.web.violations.util;

import dev.playhead.elsewhere.Progress;
import org.apache.kafka.Topic;

/// Breaks every rule there is.
record TopicHelper(Progress progress, Topic topic) {}
