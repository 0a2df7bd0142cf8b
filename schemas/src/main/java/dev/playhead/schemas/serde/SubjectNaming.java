package dev.playhead.schemas.serde;

import org.jspecify.annotations.Nullable;

/// Under which subject the registry keeps a value's schema; Confluent's two strategies that we use.
public enum SubjectNaming {
    /// One schema a topic: `playhead.audience-value`.
    TOPIC("io.confluent.kafka.serializers.subject.TopicNameStrategy") {
        @Override
        public String subject(String topic, String record) {
            return topic + "-value";
        }
    },
    /// Several events in one topic, because they must be in one order:
    /// `playhead.activity-dev.playhead.schemas.event.Heartbeat`.
    TOPIC_RECORD("io.confluent.kafka.serializers.subject.TopicRecordNameStrategy") {
        @Override
        public String subject(String topic, String record) {
            return topic + "-" + record;
        }
    };

    private final String confluentName;

    SubjectNaming(String confluentName) {
        this.confluentName = confluentName;
    }

    public abstract String subject(String topic, String record);

    /// What to write in `value.subject.name.strategy`.
    public String confluentName() {
        return confluentName;
    }

    static SubjectNaming named(@Nullable Object strategy) {
        if (strategy == null) {
            return TOPIC;
        }
        String name = strategy instanceof Class<?> type ? type.getName() : strategy.toString();
        for (SubjectNaming naming : values()) {
            if (naming.confluentName.equals(name)) {
                return naming;
            }
        }
        throw new IllegalArgumentException(SerdeSettings.VALUE_NAMING + " is " + name + "; known are "
                + TOPIC.confluentName + " and " + TOPIC_RECORD.confluentName);
    }
}
