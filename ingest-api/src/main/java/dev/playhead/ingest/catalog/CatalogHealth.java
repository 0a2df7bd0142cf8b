package dev.playhead.ingest.catalog;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the broker answers and the catalog is complete: with both, a write is likely to be taken.
public final class CatalogHealth implements HealthIndicator {
    private final Catalog catalog;
    private final BrokerPulse pulse;

    public CatalogHealth(Catalog catalog, BrokerPulse pulse) {
        this.catalog = catalog;
        this.pulse = pulse;
    }

    @Override
    public Health health() {
        if (!catalog.isComplete()) {
            return Health.down()
                    .withDetail("reason", "the catalog is not complete")
                    .build();
        }
        return pulse.isAlive()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("reason", "the broker does not answer")
                        .build();
    }
}
