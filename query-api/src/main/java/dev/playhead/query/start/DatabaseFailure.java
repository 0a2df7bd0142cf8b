package dev.playhead.query.start;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/// Says that the database is away or refuses us, and by which settings it was looked for.
final class DatabaseFailure extends AbstractFailureAnalyzer<SQLException> {
    private final Environment environment;

    DatabaseFailure(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, SQLException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() instanceof SQLException cause) {
            innermost = cause;
        }
        return new FailureAnalysis(
                "The database at " + address() + " cannot be used by '" + setting("spring.datasource.username") + "': "
                        + innermost.getMessage(),
                "Start PostgreSQL, or say where it is by SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                        + " SPRING_DATASOURCE_PASSWORD",
                failure);
    }

    /// Without parameters, which may hold a password.
    private String address() {
        return setting("spring.datasource.url").split("\\?", 2)[0];
    }

    private String setting(String name) {
        return environment.getProperty(name, "");
    }
}
