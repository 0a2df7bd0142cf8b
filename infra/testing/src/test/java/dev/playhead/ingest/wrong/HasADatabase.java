package dev.playhead.ingest.wrong;

import java.sql.Connection;

public record HasADatabase(Connection connection) {}
