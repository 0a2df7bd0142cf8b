package dev.playhead.query.wrong;

import org.apache.kafka.clients.producer.KafkaProducer;

record Produces(KafkaProducer<String, String> producer) {}
