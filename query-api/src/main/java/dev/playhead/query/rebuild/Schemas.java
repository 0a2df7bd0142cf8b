package dev.playhead.query.rebuild;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The tables that are read, those that are to be, and those that were: a schema each.
final class Schemas {
    static final String LIVE = "projection";
    static final String NEXT = "projection_next";
    static final String OLD = "projection_old";

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final List<String> topics;

    /// @param topics that the tables are made of
    Schemas(JdbcTemplate jdbc, DataSource source, List<String> topics) {
        this.jdbc = jdbc;
        this.source = source;
        this.topics = List.copyOf(topics);
    }

    boolean exists(String schema) {
        return !jdbc.queryForList("select 1 from pg_namespace where nspname = ?", schema)
                .isEmpty();
    }

    void drop(String schema) {
        jdbc.execute("drop schema if exists " + schema + " cascade");
    }

    /// As this version of the service would make them.
    void makeNext() {
        jdbc.execute("create schema " + NEXT);
        flyway(NEXT).migrate();
    }

    /// Whether those that are read are of a later version of the service than this.
    boolean isLiveNewer() {
        return version(LIVE).compareTo(version(NEXT)) > 0;
    }

    /// How far the tables are that are read; without topics that they know nothing of yet.
    Map<TopicPartition, Long> liveOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Object named = topics.toArray(String[]::new);
        jdbc.query(
                "select topic, partition, next_offset from " + LIVE + ".projection_offset where topic = any(?)",
                row -> {
                    offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
                },
                named);
        return offsets;
    }

    /// Else the first reads would be planned by guess.
    void analyzeNext() {
        List<@Nullable String> tables =
                jdbc.queryForList("select tablename from pg_tables where schemaname = ?", String.class, NEXT);
        tables.forEach(table -> jdbc.execute("analyze " + NEXT + "." + table));
    }

    private MigrationVersion version(String schema) {
        @Nullable MigrationInfo current = flyway(schema).info().current();
        return current == null || current.getVersion() == null ? MigrationVersion.EMPTY : current.getVersion();
    }

    private Flyway flyway(String schema) {
        return Flyway.configure()
                .dataSource(source)
                .schemas(schema)
                .createSchemas(false)
                .load();
    }
}
