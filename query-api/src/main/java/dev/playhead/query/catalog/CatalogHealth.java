package dev.playhead.query.catalog;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Ready when the catalog has once been read to its end.
public final class CatalogHealth extends AbstractHealthIndicator {
    private final Catalog catalog;

    public CatalogHealth(Catalog catalog) {
        super("The catalog's state cannot be told");
        this.catalog = catalog;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.status(catalog.isComplete() ? "UP" : "DOWN")
                .withDetail("courses", catalog.soFar().byId().size());
    }
}
