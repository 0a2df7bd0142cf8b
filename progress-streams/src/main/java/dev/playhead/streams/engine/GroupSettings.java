package dev.playhead.streams.engine;

import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/// What the brokers are to be told about the group; nothing under the classic protocol, where each
/// member brings it along.
record GroupSettings(String group, Map<GroupSetting, String> all) {
    private static final String BROKERS_PROTOCOL = "streams";

    GroupSettings {
        all = Map.copyOf(all);
    }

    /// Takes it out of a member's properties: under the brokers' protocol Kafka refuses a session
    /// there, and passes over standbys.
    static GroupSettings takenFrom(Map<String, Object> properties) {
        Map<GroupSetting, String> taken = new EnumMap<>(GroupSetting.class);
        if (BROKERS_PROTOCOL.equalsIgnoreCase(String.valueOf(properties.get(StreamsConfig.GROUP_PROTOCOL_CONFIG)))) {
            for (GroupSetting setting : GroupSetting.values()) {
                Object value = properties.remove(setting.ofMember());
                if (value != null) {
                    taken.put(setting, value.toString());
                }
            }
        }
        return new GroupSettings(String.valueOf(properties.get(StreamsConfig.APPLICATION_ID_CONFIG)), taken);
    }
}
