package dev.playhead.ingest.catalog;

import org.apache.kafka.clients.consumer.KafkaConsumer;

/// What the rule allows.
record ConsumesTheCatalog(KafkaConsumer<String, String> consumer) {}
