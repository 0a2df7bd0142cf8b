package dev.playhead.query.catalog;

/// Catalogs for tests that need no broker.
public final class Catalogs {
    private Catalogs() {}

    /// One that was read to its end, with nothing in it.
    public static Catalog empty() {
        Catalog catalog = new Catalog();
        catalog.completed();
        return catalog;
    }
}
