package dev.playhead.testing.parts;

import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Real brokers in this JVM, for tests. Their data go when they are closed.
public final class KafkaCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaCluster.class);

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
        TestKitNodes layout = new TestKitNodes.Builder()
                .setBootstrapMetadataVersion(MetadataVersion.LATEST_PRODUCTION)
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
