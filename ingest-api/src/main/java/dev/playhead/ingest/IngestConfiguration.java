package dev.playhead.ingest;

import dev.playhead.ingest.activity.ActivityLog;
import dev.playhead.ingest.activity.ActivityProducer;
import dev.playhead.ingest.broker.Cluster;
import dev.playhead.ingest.catalog.BrokerPulse;
import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.CatalogHealth;
import dev.playhead.ingest.catalog.CatalogTail;
import dev.playhead.ingest.catalog.CatalogWriter;
import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.BatchReader;
import dev.playhead.ingest.heartbeat.Batches;
import dev.playhead.ingest.heartbeat.FastLane;
import dev.playhead.ingest.heartbeat.HeartbeatLog;
import dev.playhead.ingest.heartbeat.HeartbeatMeters;
import dev.playhead.ingest.heartbeat.Intake;
import dev.playhead.ingest.heartbeat.Keeping;
import dev.playhead.ingest.heartbeat.RateLimit;
import dev.playhead.ingest.heartbeat.RequestTimes;
import dev.playhead.ingest.heartbeat.Throttle;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.shorts.CatalogShelf;
import dev.playhead.ingest.shorts.CatalogShorts;
import dev.playhead.ingest.shorts.InteractionLog;
import dev.playhead.ingest.shorts.InteractionMeters;
import dev.playhead.ingest.shorts.Interactions;
import dev.playhead.ingest.shorts.MockShorts;
import dev.playhead.ingest.shorts.Shorts;
import dev.playhead.ingest.shorts.ShortsSettings;
import dev.playhead.ingest.xapi.Statements;
import dev.playhead.ingest.xapi.XapiSettings;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.web.WebSettings;
import dev.playhead.web.body.LargerBodies;
import dev.playhead.web.problem.JsonProblems;
import dev.playhead.web.problem.ProblemWriter;
import dev.playhead.web.security.AnswerHeaders;
import dev.playhead.web.security.CorsSettings;
import dev.playhead.web.security.KnownCallers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.InstantSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/// How the parts of this service are put together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IngestSettings.class, ShortsSettings.class, XapiSettings.class})
class IngestConfiguration {
    private static final Logger log = LoggerFactory.getLogger(IngestConfiguration.class);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// Bound by hand: the record is the schemas module's, which knows no Spring.
    @Bean
    static TopicSettings topicSettings(Environment environment) {
        return Binder.get(environment)
                .bind("playhead.topic", TopicSettings.class)
                .get();
    }

    @Bean
    Cluster cluster(TopicSettings topics, KafkaProperties kafka) {
        return Cluster.prepare(
                topics,
                kafka.buildAdminProperties(),
                kafka.getProducer().getValueSerializer().getName(),
                kafka.getConsumer().getValueDeserializer().getName());
    }

    @Bean
    Producer<String, SpecificRecord> activityProducer(Cluster cluster, KafkaProperties kafka) {
        return ActivityProducer.create(
                kafka.buildProducerProperties(), cluster.events().serializer());
    }

    @Bean
    KafkaClientMetrics activityProducerMetrics(Producer<String, SpecificRecord> activityProducer) {
        return new KafkaClientMetrics(activityProducer);
    }

    @Bean(initMethod = "start")
    ActivityLog activityLog(
            Producer<String, SpecificRecord> activityProducer,
            Cluster cluster,
            IngestSettings settings,
            MeterRegistry registry) {
        ActivityLog log = new ActivityLog(
                activityProducer,
                cluster.topics().activity().name(),
                settings.inFlightMax().toBytes());
        Gauge.builder("playhead.ingest.in.flight.bytes", log, ActivityLog::bytesInFlight)
                .description("What waits for the brokers' acknowledgement")
                .register(registry);
        return log;
    }

    @Bean
    Catalog catalog() {
        return new Catalog();
    }

    @Bean
    BrokerPulse brokerPulse() {
        return new BrokerPulse(System::nanoTime);
    }

    @Bean
    CatalogTail catalogTail(Cluster cluster, Catalog catalog, BrokerPulse pulse) {
        return new CatalogTail(cluster, catalog, pulse);
    }

    @Bean
    CatalogWriter catalogWriter(Cluster cluster, Catalog catalog, InstantSource clock) {
        return new CatalogWriter(cluster, catalog, clock);
    }

    /// Its name is the one in the readiness group.
    @Bean("catalogHealthIndicator")
    CatalogHealth catalogHealth(Catalog catalog, BrokerPulse pulse) {
        return new CatalogHealth(catalog, pulse);
    }

    @Bean
    UnknownMaterials unknownMaterials(IngestSettings settings) {
        return settings.unknownMaterials();
    }

    @Bean
    Intake intake(Catalog catalog, UnknownMaterials unknownMaterials) {
        return new Intake(catalog, unknownMaterials);
    }

    @Bean
    Statements statements(
            Catalog catalog, Enrolments enrolments, UnknownMaterials unknownMaterials, XapiSettings settings) {
        return new Statements(catalog, enrolments, unknownMaterials, settings);
    }

    @Bean
    Enrolments enrolments(IngestSettings settings, Catalog catalog) {
        return new Enrolments(settings.enrolment(), catalog);
    }

    @Bean
    HeartbeatMeters heartbeatMeters(MeterRegistry registry) {
        return new HeartbeatMeters(registry);
    }

    @Bean
    HeartbeatLog heartbeatLog(ActivityLog log, HeartbeatMeters meters) {
        return new HeartbeatLog(log, meters);
    }

    @Bean
    Throttle throttle(IngestSettings settings) {
        return new Throttle(new RateLimit(settings.rateLimit(), System::nanoTime));
    }

    /// Behind the filter that takes a proxy's word for the address, and before that which observes
    /// requests: of the same order, that one is declared later. By name, so that it is not made, and
    /// the brokers asked, before the server starts.
    @Bean
    DelegatingFilterProxyRegistrationBean fastLaneRegistration() {
        var lane = new DelegatingFilterProxyRegistrationBean("fastLane");
        lane.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        lane.addUrlPatterns(FastLane.PATHS);
        return lane;
    }

    @Bean
    FastLane fastLane(
            KnownCallers callers,
            Enrolments enrolments,
            Intake intake,
            Throttle throttle,
            Keeping keeping,
            JsonMapper json,
            InstantSource clock,
            CorsSettings cors,
            WebSettings web) {
        return new FastLane(
                callers,
                enrolments,
                intake,
                throttle,
                keeping,
                json,
                clock,
                cors.isEmpty(),
                web.maxBody().toBytes());
    }

    @Bean
    Keeping keeping(HeartbeatLog log, AnswerHeaders headers, ProblemWriter problems, MeterRegistry registry) {
        return new Keeping(log, headers, problems, new RequestTimes(registry));
    }

    @Bean
    LargerBodies batchBodies() {
        return Batches.BODIES;
    }

    @Bean
    Batches batches(
            JsonMapper json,
            JsonProblems problems,
            Enrolments enrolments,
            Intake intake,
            Throttle throttle,
            HeartbeatLog log,
            HeartbeatMeters meters,
            InstantSource clock) {
        return new Batches(new BatchReader(json, problems), enrolments, intake, throttle, log, meters, clock);
    }

    @Bean
    InteractionMeters interactionMeters(MeterRegistry registry) {
        return new InteractionMeters(registry);
    }

    @Bean
    Shorts shorts(
            ShortsSettings settings,
            Catalog catalog,
            Enrolments enrolments,
            UnknownMaterials unknownMaterials,
            HeartbeatLog heartbeats,
            ActivityLog activity,
            InteractionMeters meters) {
        if (settings.isMock()) {
            log.warn("Shorts are mock: nothing that students do with them is kept");
            return new MockShorts();
        }
        return new CatalogShorts(
                new CatalogShelf(catalog, enrolments, unknownMaterials),
                heartbeats,
                new InteractionLog(activity, meters));
    }

    @Bean
    Interactions interactions(Shorts shorts, IngestSettings settings, InteractionMeters meters, InstantSource clock) {
        Throttle throttle = new Throttle(new RateLimit(settings.rateLimit(), System::nanoTime));
        return new Interactions(shorts, throttle, meters, clock);
    }
}
