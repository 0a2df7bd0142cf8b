/// What this service needs of Kafka and the schema registry, and what is said when they are away.
@NullMarked
package dev.playhead.ingest.broker;

import org.jspecify.annotations.NullMarked;
