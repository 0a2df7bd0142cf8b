package dev.playhead.testing.parts;

import java.time.Duration;

/// Starts a postmaster, again where the children of a killed one have not gone yet.
record PostgresStart(PostgresSettings settings, Command command, PostmasterFile postmaster) {
    private static final String CHILDREN_LEFT = "pre-existing shared memory block";
    private static final int ATTEMPTS_MAX = 100;
    private static final Duration PAUSE = Duration.ofMillis(250);

    static PostgresStart of(PostgresSettings settings, Command command) {
        return new PostgresStart(settings, command, new PostmasterFile(settings.dataDirectory()));
    }

    Postgres within(Duration bound) {
        postmaster.running().ifPresent(this::refuse);
        for (int attempt = 1; ; attempt++) {
            postmaster.deleteIfStale();
            ChildProcess process = ChildProcess.start(command);
            try {
                return ready(process, bound);
            } catch (PartFailedException e) {
                if (attempt == ATTEMPTS_MAX || !process.said(CHILDREN_LEFT)) {
                    throw e;
                }
            }
            pause();
        }
    }

    private Postgres ready(ChildProcess process, Duration bound) {
        Postgres postgres = new Postgres(settings, process);
        process.awaitReady(bound, postgres::answers);
        return postgres;
    }

    private void refuse(ProcessHandle running) {
        throw new PartFailedException("PostgreSQL already runs on " + settings.dataDirectory() + " as process "
                + running.pid() + ". Stop it first.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("Interrupted while starting PostgreSQL", e);
        }
    }
}
