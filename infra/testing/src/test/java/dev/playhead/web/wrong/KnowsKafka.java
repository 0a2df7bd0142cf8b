package dev.playhead.web.wrong;

import org.apache.kafka.common.TopicPartition;

record KnowsKafka(TopicPartition partition) {}
