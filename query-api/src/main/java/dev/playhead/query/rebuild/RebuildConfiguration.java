package dev.playhead.query.rebuild;

import dev.playhead.query.projection.ProjectedTopic;
import dev.playhead.query.projection.ProjectionFactory;
import dev.playhead.query.projection.ProjectionSettings;
import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.TopicConsumers;
import dev.playhead.query.start.Prerequisites;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How the command is put together: another program than the service, of the same settings.
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    KafkaAutoConfiguration.class
})
@EnableConfigurationProperties(ProjectionSettings.class)
class RebuildConfiguration {
    private static final String NAME = "rebuild";

    /// What differs from the service's.
    static final Map<String, Object> SETTINGS = Map.of(
            "spring.datasource.hikari.schema", Schemas.NEXT,
            "spring.datasource.hikari.maximum-pool-size", 20,
            "spring.datasource.hikari.minimum-idle", 1,
            "spring.datasource.hikari.connection-timeout", 10_000,
            // Seconds. Looking at whole tables takes its time.
            "spring.datasource.hikari.data-source-properties.connectTimeout", 5,
            "spring.datasource.hikari.data-source-properties.socketTimeout", 600,
            "spring.datasource.hikari.data-source-properties.options", "-c idle_in_transaction_session_timeout=60s",
            "spring.datasource.hikari.data-source-properties.ApplicationName", "query-api rebuild");

    @Bean
    TopicSettings topicSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("playhead.topic", TopicSettings.class);
    }

    @Bean
    TopicConsumers topicConsumers(ConsumerFactory<?, ?> factory) {
        return new TopicConsumers(factory.getConfigurationProperties(), new SimpleMeterRegistry());
    }

    @Bean
    Prerequisites prerequisites(KafkaAdmin admin, TopicConsumers consumers) {
        return new Prerequisites(admin.getConfigurationProperties(), consumers.config());
    }

    @Bean
    ProjectionFactory nextTables(
            TopicConsumers consumers,
            TopicSettings topics,
            ProjectionSettings settings,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        Topics all = Topics.of(topics);
        EventValues values = consumers.values();
        Supplier<Consumer<byte[], byte[]>> alone = () -> consumers.alone(NAME, settings.batchMax());
        return new ProjectionFactory(
                List.of(
                        ProjectedTopic.progress(all.progress(), settings.threads(), alone, values),
                        ProjectedTopic.audience(all.audience(), alone, values),
                        ProjectedTopic.audienceDaily(all.audienceDaily(), alone, values)),
                jdbc,
                new TransactionTemplate(transactions),
                new SimpleMeterRegistry(),
                InstantSource.system(),
                new Random());
    }

    @Bean
    Log topicsLog(TopicConsumers consumers, ProjectionFactory nextTables) {
        List<TopicPartition> partitions = nextTables.topics().stream()
                .flatMap(topic -> topic.partitions().stream())
                .toList();
        return new Log(consumers.alone(NAME), partitions);
    }

    /// @param out where it says how far it is
    @Bean
    Rebuild rebuild(
            Log log,
            ProjectionFactory nextTables,
            DataSource source,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PrintStream out) {
        return new Rebuild(
                source,
                new Schemas(jdbc, source, names(nextTables)),
                new Carried(jdbc, new TransactionTemplate(transactions)),
                log,
                nextTables,
                out);
    }

    private static List<String> names(ProjectionFactory nextTables) {
        return nextTables.topics().stream().map(topic -> topic.topic().name()).toList();
    }
}
