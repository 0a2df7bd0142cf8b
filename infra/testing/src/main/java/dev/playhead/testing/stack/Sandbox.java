package dev.playhead.testing.stack;

import dev.playhead.testing.parts.Postgres;

/// One test class's own part of the shared [Stack]: a prefix for its topics, and a database.
public final class Sandbox {
    private final Stack stack;
    private final String name;

    Sandbox(Stack stack, String name) {
        this.stack = stack;
        this.name = name;
    }

    /// What `PLAYHEAD_TOPIC_PREFIX` takes, dot included.
    public String topicPrefix() {
        return name + ".";
    }

    public String bootstrapServers() {
        return stack.kafka().bootstrapServers();
    }

    public String registryUrl() {
        return stack.registry().confluentUrl();
    }

    /// Of a database of its own, created at the first call.
    public String jdbcUrl() {
        return stack.postgres().createDatabase(name);
    }

    public String jdbcUser() {
        return Postgres.USER;
    }

    public String jdbcPassword() {
        return stack.postgres().password();
    }
}
