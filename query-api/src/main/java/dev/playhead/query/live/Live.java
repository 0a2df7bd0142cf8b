package dev.playhead.query.live;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.live.Opening.Opened;
import dev.playhead.query.record.EventValues;
import dev.playhead.query.record.TopicConsumers;
import dev.playhead.query.record.TopicTail;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.CallerAuthentication;
import dev.playhead.web.caller.Role;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// Live progress of this instance: one tail of the topic, and a stream for each client. It stops
/// before the server does, which would wait for the streams.
public final class Live implements SmartLifecycle {
    private final Catalog catalog;
    private final LiveSettings settings;
    private final InstantSource clock;
    private final Hub hub;
    private final TopicTail tail;
    private final Opening opening;
    private final LiveEvents events;
    private final Places places;
    private volatile boolean running;

    /// @param snapshot a read-only transaction that sees one state of the database
    public Live(
            TopicConsumers consumers,
            Topic progress,
            EventValues values,
            Catalog catalog,
            JdbcTemplate jdbc,
            TransactionOperations snapshot,
            LiveSettings settings,
            InstantSource clock) {
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
        this.hub = new Hub(catalog, settings.recentMax());
        int partitions = progress.partitions();
        ProgressTail follower = new ProgressTail(
                progress, new UpdateReader(values), hub, Math.ceilDiv(settings.recentMax(), partitions));
        this.tail = new TopicTail("live", () -> consumers.alone("live"), follower);
        LiveIds ids = new LiveIds(progress);
        KnownRows rows = new KnownRows(jdbc, snapshot, progress);
        this.opening = new Opening(catalog, hub, rows, ids, partitions, settings.pendingMax());
        this.events = new LiveEvents(catalog, ids);
        this.places = new Places(settings.streamsMaxOf(Runtime.getRuntime().maxMemory()), settings.streamsPerUserMax());
    }

    /// What the caller may listen to.
    ///
    /// @throws ProblemException (403, 404)
    Scope scope(Caller caller, @Nullable String courseId) {
        if (courseId == null) {
            caller.require(Role.STUDENT, Role.ADMIN);
            return new Scope.OfStudent(caller.subject());
        }
        caller.requireTeacherOf(courseId);
        if (catalog.now().course(courseId).isEmpty()) {
            throw new ProblemException(Problem.notFound("There is no such course"));
        }
        return new Scope.OfCourse(courseId);
    }

    /// Opens a stream. It has its place until its feed has run.
    Feed open(Scope scope, @Nullable String lastEventId, CallerAuthentication caller, LiveMetrics.OfKind metrics) {
        String user = caller.getPrincipal().subject();
        places.take(user);
        try {
            Opened opened = opening.open(scope, lastEventId);
            metrics.opened();
            return new Feed(
                    opened,
                    hub,
                    events,
                    metrics,
                    settings.commentEvery(),
                    System.nanoTime() + life(caller).toNanos(),
                    () -> places.free(user));
        } catch (RuntimeException e) {
            places.free(user);
            throw e;
        }
    }

    /// One that is taken though it has just expired, as the clocks of issuer and service differ,
    /// has until the next comment.
    private Duration life(CallerAuthentication caller) {
        Duration left = Duration.between(clock.instant(), caller.expiresAt());
        return left.isPositive() ? left : settings.commentEvery();
    }

    @Override
    public void start() {
        tail.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        hub.close();
        tail.stop();
    }

    /// Once stopped it is over: whoever goes on afterwards is a new one.
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
