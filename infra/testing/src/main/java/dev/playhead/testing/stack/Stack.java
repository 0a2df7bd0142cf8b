package dev.playhead.testing.stack;

import dev.playhead.testing.parts.KafkaCluster;
import dev.playhead.testing.parts.Postgres;
import dev.playhead.testing.parts.PostgresSettings;
import dev.playhead.testing.parts.Registry;
import dev.playhead.testing.parts.RegistrySettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// The broker, registry and database that all integration tests of one JVM share. Each is started
/// when it is first asked for, and stopped when the JVM ends. Tests keep apart by a [Sandbox] for
/// each class.
public final class Stack {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(60);
    private static final Stack SHARED = new Stack();

    private final Lazy<KafkaCluster> kafka = new Lazy<>(KafkaCluster::start);
    private final Lazy<Registry> registry = new Lazy<>(() -> Registry.start(RegistrySettings.ephemeral()));
    private final Lazy<Postgres> postgres = new Lazy<>(() -> Postgres.start(PostgresSettings.ephemeral()));
    private final AtomicInteger sandboxes = new AtomicInteger();

    private Stack() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "playhead-stack-close"));
    }

    public static Stack shared() {
        return SHARED;
    }

    /// Starts all three at once in the background, for a test that will need them all.
    public Stack begin() {
        List.of(kafka, registry, postgres).forEach(Lazy::begin);
        return this;
    }

    public KafkaCluster kafka() {
        return kafka.get();
    }

    public Registry registry() {
        return registry.get();
    }

    public Postgres postgres() {
        return postgres.get();
    }

    /// Topics and a database that no other test class sees.
    public Sandbox sandbox(Class<?> test) {
        String name = test.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return new Sandbox(this, "t" + sandboxes.incrementAndGet() + name);
    }

    // Side by side: each may take a second or two, and the build waits for them.
    private void close() {
        List<Thread> closing = List.of(registry, postgres, kafka).stream()
                .map(part -> Thread.ofPlatform().start(() -> part.close(CLOSE_WITHIN)))
                .toList();
        closing.forEach(Stack::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
