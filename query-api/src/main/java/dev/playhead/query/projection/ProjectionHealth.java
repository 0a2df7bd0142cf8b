package dev.playhead.query.projection;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Ready when this instance's part of the projection is caught up enough.
public final class ProjectionHealth extends AbstractHealthIndicator {
    private final Projection projection;
    private final Duration lagMax;

    public ProjectionHealth(Projection projection, Duration lagMax) {
        super("The projection's state cannot be told");
        this.projection = projection;
        this.lagMax = lagMax;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("lag_seconds", projection.lagSeconds())
                .withDetail("lag_records", projection.lagRecords())
                .withDetail("away", projection.outages());
        projection.behind(lagMax).ifPresentOrElse(reason -> health.down().withDetail("reason", reason), health::up);
    }
}
