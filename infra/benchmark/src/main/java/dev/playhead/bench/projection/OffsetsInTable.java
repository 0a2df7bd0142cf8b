package dev.playhead.bench.projection;

import dev.playhead.schemas.topic.Topic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// How far the projection is, as its table says.
record OffsetsInTable(Connection database, Topic progress) {
    Map<Integer, Long> now() throws SQLException {
        Map<Integer, Long> offsets = new HashMap<>();
        try (PreparedStatement select =
                database.prepareStatement("select partition, next_offset from projection_offset where topic = ?")) {
            select.setString(1, progress.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    offsets.put(row.getInt(1), row.getLong(2));
                }
            }
        }
        return offsets;
    }
}
