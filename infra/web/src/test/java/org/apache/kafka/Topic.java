package org.apache.kafka;

/// Something of Kafka's, which is not on this module's class path.
public record Topic(String name) {}
