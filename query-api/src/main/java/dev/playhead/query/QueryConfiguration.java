package dev.playhead.query;

import dev.playhead.query.audience.AudienceSettings;
import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.catalog.CatalogHealth;
import dev.playhead.query.catalog.CatalogTail;
import dev.playhead.query.completions.Completions;
import dev.playhead.query.completions.CompletionsFactory;
import dev.playhead.query.completions.CompletionsSettings;
import dev.playhead.query.document.AnswerSchemas;
import dev.playhead.query.document.ReadOperations;
import dev.playhead.query.freshness.Arrivals;
import dev.playhead.query.freshness.FreshReads;
import dev.playhead.query.freshness.FreshnessSettings;
import dev.playhead.query.freshness.ReadingArgument;
import dev.playhead.query.live.Live;
import dev.playhead.query.live.LiveSettings;
import dev.playhead.query.live.ServerBounds;
import dev.playhead.query.page.AudiencePage;
import dev.playhead.query.projection.ActivitySeen;
import dev.playhead.query.projection.PatientDataSource;
import dev.playhead.query.projection.ProjectedTopic;
import dev.playhead.query.projection.Projection;
import dev.playhead.query.projection.ProjectionFactory;
import dev.playhead.query.projection.ProjectionHealth;
import dev.playhead.query.projection.ProjectionSettings;
import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.TopicConsumers;
import dev.playhead.query.shorts.ShortsSettings;
import dev.playhead.query.start.Prerequisites;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.web.security.OpenPaths;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.core.converter.ModelConverter;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// How the parts are put together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ProjectionSettings.class,
    FreshnessSettings.class,
    CompletionsSettings.class,
    LiveSettings.class,
    ShortsSettings.class,
    AudienceSettings.class
})
class QueryConfiguration {

    @Bean
    TopicSettings topicSettings(Environment environment) {
        return Binder.get(environment).bindOrCreate("playhead.topic", TopicSettings.class);
    }

    /// The topics as they are on the cluster: nothing that reads one starts before they are there.
    @Bean
    Topics topics(TopicSettings settings, KafkaAdmin admin, TopicConsumers consumers) {
        Topics topics = Topics.of(settings);
        new Prerequisites(admin.getConfigurationProperties(), consumers.config()).ensure(topics, settings);
        return topics;
    }

    @Bean
    TopicConsumers topicConsumers(ConsumerFactory<?, ?> factory, MeterRegistry meters) {
        return new TopicConsumers(factory.getConfigurationProperties(), meters);
    }

    @Bean
    EventValues eventValues(TopicConsumers consumers) {
        return consumers.values();
    }

    @Bean
    Catalog catalog() {
        return new Catalog();
    }

    @Bean
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    CatalogTail catalogTail(
            TopicConsumers consumers, Topics topics, EventValues values, Catalog catalog, Arrivals arrivals) {
        return new CatalogTail(
                () -> consumers.alone("catalog"), topics.catalog().name(), values, catalog, arrivals::announce);
    }

    @Bean
    FreshReads freshReads(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            Topics topics,
            Catalog catalog,
            Arrivals arrivals,
            FreshnessSettings settings) {
        ActivitySeen seen = new ActivitySeen(jdbc, topics.progress().name());
        return new FreshReads(snapshot(transactions), seen, catalog::position, arrivals, settings);
    }

    @Bean
    WebMvcConfigurer readingAsArgument(Topics topics, FreshReads reads) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ReadingArgument(topics, reads));
            }
        };
    }

    @Bean
    Projection projection(ProjectionFactory factory, FreshReads reads) {
        return factory.projection(reads::committed);
    }

    @Bean
    ProjectionFactory projectionFactory(
            TopicConsumers consumers,
            Topics topics,
            TopicSettings topicSettings,
            ProjectionSettings settings,
            EventValues values,
            DataSource pool,
            MeterRegistry meters) {
        DataSource patient = new PatientDataSource(pool, settings.patience());
        String group = topicSettings.prefix() + settings.group();
        ProjectedTopic progress = ProjectedTopic.progress(
                topics.progress(), settings.threads(), () -> consumers.in(group, settings.batchMax()), values);
        ProjectedTopic audience = ProjectedTopic.audience(
                topics.audience(), () -> consumers.in(group + "-audience", settings.batchMax()), values);
        ProjectedTopic audienceDaily = ProjectedTopic.audienceDaily(
                topics.audienceDaily(), () -> consumers.in(group + "-audience-daily", settings.batchMax()), values);
        return new ProjectionFactory(
                List.of(progress, audience, audienceDaily),
                new JdbcTemplate(patient),
                new TransactionTemplate(new JdbcTransactionManager(patient)),
                meters,
                InstantSource.system(),
                new Random());
    }

    @Bean
    Completions completions(
            TopicConsumers consumers,
            Topics topics,
            EventValues values,
            KafkaAdmin admin,
            MeterRegistry meters,
            CompletionsSettings settings) {
        return new CompletionsFactory(consumers, values, admin.getConfigurationProperties(), meters)
                .completions(topics.completions(), settings);
    }

    @Bean
    Live live(
            TopicConsumers consumers,
            Topics topics,
            EventValues values,
            Catalog catalog,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LiveSettings settings) {
        return new Live(
                consumers,
                topics.progress(),
                values,
                catalog,
                jdbc,
                snapshot(transactions),
                settings,
                InstantSource.system());
    }

    @Bean
    ServerBounds serverBounds(LiveSettings settings) {
        return new ServerBounds(settings);
    }

    @Bean
    ModelConverter answerSchemas() {
        return new AnswerSchemas();
    }

    @Bean
    OperationCustomizer readOperations() {
        return new ReadOperations();
    }

    @Bean
    OpenPaths audiencePageIsOpen() {
        return AudiencePage.open();
    }

    @Bean
    RouterFunction<ServerResponse> audiencePage() {
        return AudiencePage.routes();
    }

    @Bean
    ProjectionHealth projectionHealthIndicator(Projection projection, ProjectionSettings settings) {
        return new ProjectionHealth(projection, settings.lagMax());
    }

    @Bean
    CatalogHealth catalogHealthIndicator(Catalog catalog) {
        return new CatalogHealth(catalog);
    }

    /// One state of the database for all that an answer is made of.
    private static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return snapshot;
    }
}
