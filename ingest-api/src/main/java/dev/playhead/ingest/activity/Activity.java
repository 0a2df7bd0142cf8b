package dev.playhead.ingest.activity;

import org.apache.avro.specific.SpecificRecord;

/// One thing that is to stand in a student's log.
///
/// @param student whose log it is; decides the partition
/// @param receivedAt epoch milliseconds, the record's timestamp
public record Activity(String student, SpecificRecord event, long receivedAt) {}
