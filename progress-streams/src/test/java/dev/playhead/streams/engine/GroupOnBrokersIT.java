package dev.playhead.streams.engine;

import static dev.playhead.streams.engine.GroupSetting.HEARTBEAT;
import static dev.playhead.streams.engine.GroupSetting.SESSION;
import static dev.playhead.streams.engine.GroupSetting.STANDBYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a real broker takes for a group, and what it does not.
class GroupOnBrokersIT {
    /// Below what the tests' broker has as its bound.
    private static final String TOO_SHORT = "10";

    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", Stack.shared().kafka().bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void it_takes_what_is_within_its_bounds() throws Exception {
        assertThat(tell("taken", Map.of(HEARTBEAT, "2000", SESSION, "6000", STANDBYS, "1")))
                .isEmpty();

        assertThat(kept("taken", HEARTBEAT)).isEqualTo("2000");
        assertThat(kept("taken", SESSION)).isEqualTo("6000");
        assertThat(kept("taken", STANDBYS)).isEqualTo("1");
    }

    @Test
    void one_that_it_refuses_keeps_no_other_from_being_taken() throws Exception {
        assertThat(tell("refused", Map.of(HEARTBEAT, TOO_SHORT, SESSION, "6000", STANDBYS, "1")))
                .containsExactly(HEARTBEAT);

        assertThat(kept("refused", SESSION)).isEqualTo("6000");
        assertThat(kept("refused", STANDBYS)).isEqualTo("1");
    }

    @Test
    void both_can_be_raised_at_once() {
        tell("raised", Map.of(HEARTBEAT, "2000", SESSION, "6000"));

        assertThat(tell("raised", Map.of(HEARTBEAT, "7000", SESSION, "20000"))).isEmpty();
    }

    private Set<GroupSetting> tell(String group, Map<GroupSetting, String> settings) {
        return new GroupOnBrokers(admin, new GroupSettings(group, settings)).tell();
    }

    private String kept(String group, GroupSetting setting) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(List.of(resource)).all().get();
        return configs.values().iterator().next().get(setting.ofGroup()).value();
    }
}
