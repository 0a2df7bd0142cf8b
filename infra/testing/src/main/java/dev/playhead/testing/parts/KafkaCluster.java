package dev.playhead.testing.parts;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Real brokers in this JVM, for tests. Their data go when they are closed.
public final class KafkaCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaCluster.class);
    private static final MetadataVersion RELEASE = MetadataVersion.LATEST_PRODUCTION;

    static {
        // A broker that finds its disk gone, as it is when its data go, ends its process. This one is
        // the tests' own.
        Exit.setHaltProcedure((status, why) -> LOG.warn("A broker would have halted with {}: {}", status, why));
        Exit.setExitProcedure((status, why) -> LOG.warn("A broker would have exited with {}: {}", status, why));
    }

    private final KafkaClusterTestKit cluster;

    private KafkaCluster(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
    }

    public static KafkaCluster start() {
        return start(1);
    }

    /// The first of `nodes` is the controller too.
    public static KafkaCluster start(int nodes) {
        TestKitNodes layout = new TestKitNodes.Builder(asFormatted())
                .setCombined(true)
                .setNumControllerNodes(1)
                .setNumBrokerNodes(nodes)
                .build();
        KafkaClusterTestKit.Builder builder = new KafkaClusterTestKit.Builder(layout);
        BrokerProperties.common(nodes).forEach(builder::setConfigProp);
        try {
            return new KafkaCluster(running(builder.build()));
        } catch (Exception e) {
            throw failure("start", e);
        }
    }

    public String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw failure("stop", e);
        }
    }

    /// The features that a formatted broker of this release has. The kit's own way to set a version
    /// sets that of the metadata alone: a broker without `streams.version`, `group.version` and
    /// the second `transaction.version`, which is none that anyone runs.
    private static BootstrapMetadata asFormatted() {
        Map<String, Short> features = Feature.PRODUCTION_FEATURES.stream()
                .filter(feature -> feature != Feature.KRAFT_VERSION)
                .collect(Collectors.toMap(Feature::featureName, feature -> feature.defaultLevel(RELEASE)));
        return BootstrapMetadata.fromVersions(RELEASE, features, "tests");
    }

    private static KafkaClusterTestKit running(KafkaClusterTestKit cluster) throws Exception {
        try {
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            return cluster;
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    private static PartFailedException failure(String verb, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new PartFailedException("The Kafka cluster did not " + verb + ": " + e.getMessage(), e);
    }
}
