package dev.playhead.local.door;

/// Who answers a request.
enum Upstream {
    INGEST("ingest-api"),
    QUERY("query-api");

    private final String title;

    Upstream(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
