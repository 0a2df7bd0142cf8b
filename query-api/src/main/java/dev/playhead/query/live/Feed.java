package dev.playhead.query.live;

import dev.playhead.query.live.LiveStream.Taken;
import dev.playhead.query.live.Opening.Opened;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Feeds one client from its stream, in a thread of its own, until one of them ends.
final class Feed {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final Duration TAIL_WITHIN = Duration.ofSeconds(5);

    private final LiveStream stream;
    private final Opened opened;
    private final Hub hub;
    private final LiveEvents events;
    private final LiveMetrics.OfKind metrics;
    private final long commentEveryNanos;
    private final long endsAtNanos;
    private final Runnable done;
    private boolean areResumable;

    /// @param endsAtNanos when the client's token is no longer valid, by `System.nanoTime()`
    /// @param done run when it is over
    Feed(
            Opened opened,
            Hub hub,
            LiveEvents events,
            LiveMetrics.OfKind metrics,
            Duration commentEvery,
            long endsAtNanos,
            Runnable done) {
        this.stream = opened.stream();
        this.opened = opened;
        this.hub = hub;
        this.events = events;
        this.metrics = metrics;
        this.commentEveryNanos = commentEvery.toNanos();
        this.endsAtNanos = endsAtNanos;
        this.done = done;
        this.areResumable = opened.all() == null;
    }

    void start(Outlet outlet) {
        Thread.ofVirtual().name("live-feed").start(() -> end(feedSafely(outlet), outlet));
    }

    /// The client has left. Before the feed was started this is not enough: see [#cancel].
    void gone() {
        stream.end(Ending.GONE);
    }

    /// Instead of [#start].
    void cancel() {
        leave(Ending.GONE);
    }

    private void end(Ending why, Outlet outlet) {
        leave(why);
        outlet.close(why);
    }

    private void leave(Ending why) {
        hub.leave(stream);
        metrics.ended(why);
        done.run();
    }

    private Ending feedSafely(Outlet outlet) {
        try {
            return feed(outlet);
        } catch (IOException e) {
            log.debug("A client left, or does not read", e);
            return stream.ending().orElse(Ending.GONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ending.STOPPED;
        } catch (SerializationException | RetriableException e) {
            log.debug("What is to be told cannot be read now", e);
            return Ending.BEHIND;
        } catch (DataAccessException | TransactionException e) {
            log.debug("The database does not answer for the rest of the rows", e);
            return Ending.BEHIND;
        } catch (RuntimeException e) {
            log.error("A stream failed", e);
            return Ending.FAILED;
        }
    }

    private Ending feed(Outlet outlet) throws IOException, InterruptedException {
        outlet.open(areResumable ? events.id(stream.scope(), stream.from()) : null);
        if (opened.all() != null && !isTold(opened.all(), outlet)) {
            return Ending.BEHIND;
        }
        long commentAtNanos = System.nanoTime() + commentEveryNanos;
        while (stream.ending().isEmpty()) {
            long nowNanos = System.nanoTime();
            if (nowNanos - endsAtNanos >= 0) {
                return Ending.EXPIRED;
            }
            Taken taken = stream.take(Math.min(commentAtNanos - nowNanos, endsAtNanos - nowNanos));
            tell(taken, outlet);
            if (System.nanoTime() - commentAtNanos >= 0) {
                outlet.stillHere(areResumable ? events.id(stream.scope(), taken.after()) : null);
                commentAtNanos += commentEveryNanos;
            }
        }
        return stream.ending().orElseThrow();
    }

    private void tell(Taken taken, Outlet outlet) throws IOException {
        List<LiveEvent> told = events.of(stream.scope(), taken.steps(), areResumable);
        if (!told.isEmpty()) {
            outlet.send(told);
            metrics.sent(told.size());
        }
        if (!areResumable && taken.isAll()) {
            areResumable = true;
            outlet.stillHere(events.id(stream.scope(), taken.after()));
        }
    }

    /// The pages are not of one moment. What the stream tells after them is newer than each of
    /// them once the tail is past the last one.
    private boolean isTold(Snapshot all, Outlet outlet) throws IOException, InterruptedException {
        outlet.reset(stream.scope());
        do {
            List<LiveEvent> told = events.ofRows(all.current().states());
            if (!told.isEmpty()) {
                outlet.send(told);
                metrics.sent(told.size());
            }
        } while (stream.ending().isEmpty() && all.next());
        return hub.awaits(all.current().position(), TAIL_WITHIN);
    }
}
