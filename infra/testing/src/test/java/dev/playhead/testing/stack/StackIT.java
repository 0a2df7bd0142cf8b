package dev.playhead.testing.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class StackIT {

    @Test
    void test_classes_share_the_parts_and_do_not_see_each_other() throws Exception {
        Sandbox mine = Stack.shared().begin().sandbox(StackIT.class);
        Sandbox theirs = Stack.shared().sandbox(StackIT.class);

        assertThat(mine.bootstrapServers()).isEqualTo(theirs.bootstrapServers());
        assertThat(mine.registryUrl()).isEqualTo(theirs.registryUrl());
        assertThat(mine.topicPrefix()).isNotEqualTo(theirs.topicPrefix()).endsWith(".");
        assertThat(mine.jdbcUrl()).isNotEqualTo(theirs.jdbcUrl()).isEqualTo(mine.jdbcUrl());
        try (Connection connection =
                DriverManager.getConnection(mine.jdbcUrl(), mine.jdbcUser(), mine.jdbcPassword())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
