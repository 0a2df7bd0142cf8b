package dev.playhead.streams.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the brokers what the group's members need. What they refuse is no reason not to start:
/// their own values hold, and the log says what to change there.
record GroupOnBrokers(Admin admin, GroupSettings settings) {
    private static final Logger LOG = LoggerFactory.getLogger(GroupOnBrokers.class);
    private static final int PATIENCE_MS = 10_000;

    /// @return what the brokers refused
    Set<GroupSetting> tell() {
        Optional<KafkaException> refusal = set(settings.all().keySet());
        if (refusal.isEmpty()) {
            return Set.of();
        }
        // One bad value has all of them refused.
        Set<GroupSetting> refused = Arrays.stream(GroupSetting.values())
                .filter(settings.all()::containsKey)
                .filter(setting -> set(EnumSet.of(setting)).isPresent())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(GroupSetting.class)));
        if (!refused.isEmpty()) {
            LOG.warn(
                    "The brokers refuse settings of the group {}, and their own hold. To have ours, set there: {} ({})",
                    settings.group(),
                    remedies(refused),
                    refusal.get().getMessage());
        }
        return refused;
    }

    private Optional<KafkaException> set(Collection<GroupSetting> some) {
        if (some.isEmpty()) {
            return Optional.empty();
        }
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, settings.group());
        Collection<AlterConfigOp> changes = some.stream().map(this::change).toList();
        try {
            admin.incrementalAlterConfigs(Map.of(group, changes), new AlterConfigsOptions().timeoutMs(PATIENCE_MS))
                    .all()
                    .get();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException refusal && !(refusal instanceof RetriableException)) {
                return Optional.of(refusal);
            }
            throw new KafkaException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while waiting for the brokers", e);
        }
    }

    private AlterConfigOp change(GroupSetting setting) {
        return new AlterConfigOp(
                new ConfigEntry(setting.ofGroup(), settings.all().get(setting)), AlterConfigOp.OpType.SET);
    }

    private String remedies(Set<GroupSetting> refused) {
        return refused.stream()
                .map(setting -> setting.remedy(String.valueOf(settings.all().get(setting))))
                .collect(Collectors.joining(", "));
    }
}
