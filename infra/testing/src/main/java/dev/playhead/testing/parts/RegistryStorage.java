package dev.playhead.testing.parts;

import java.util.Map;

/// Where the registry keeps its schemas.
public sealed interface RegistryStorage {

    /// As environment variables, so that the password is on no command line.
    Map<String, String> environment();

    /// Gone when the process ends.
    record Memory() implements RegistryStorage {
        @Override
        public Map<String, String> environment() {
            return Map.of();
        }
    }

    /// A database of its own in PostgreSQL.
    record Postgres(String jdbcUrl, String user, String password) implements RegistryStorage {
        @Override
        public Map<String, String> environment() {
            return Map.of(
                    "APICURIO_STORAGE_KIND", "sql",
                    "APICURIO_STORAGE_SQL_KIND", "postgresql",
                    "APICURIO_DATASOURCE_URL", jdbcUrl,
                    "APICURIO_DATASOURCE_USERNAME", user,
                    "APICURIO_DATASOURCE_PASSWORD", password,
                    // All three, else the pool refuses its default sizes.
                    "APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1",
                    "APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1",
                    "APICURIO_DATASOURCE_JDBC_MAX_SIZE", "5");
        }

        @Override
        public String toString() {
            return "Postgres[" + jdbcUrl + "]";
        }
    }
}
