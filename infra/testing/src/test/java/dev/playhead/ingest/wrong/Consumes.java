package dev.playhead.ingest.wrong;

import org.apache.kafka.clients.consumer.KafkaConsumer;

record Consumes(KafkaConsumer<String, String> consumer) {}
