package dev.playhead.bench.load;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Calls that begin when they are due, whether or not those before them were answered, as users do.
/// Each is timed from when it was due: a stall is felt by all who came meanwhile, and counts for all.
public final class OpenLoop {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int DIGITS = 3;

    /// More that wait than this are no load but a collapse.
    private static final int OPEN_MAX = 2_000;

    private OpenLoop() {}

    /// @return how long the calls took, in nanoseconds
    /// @throws IllegalStateException where one failed, or they were not answered at that rate
    public static Histogram run(int perSecond, Duration duration, Call call) {
        long everyNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long calls = duration.toNanos() / everyNanos;
        ConcurrentHistogram latencies = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
        Semaphore open = new Semaphore(OPEN_MAX);
        Queue<Exception> failures = new ConcurrentLinkedQueue<>();
        long beganNanos = System.nanoTime();
        for (long i = 0; i < calls && failures.isEmpty(); i++) {
            long dueNanos = beganNanos + i * everyNanos;
            await(dueNanos);
            if (!open.tryAcquire()) {
                throw new IllegalStateException("%d calls a second are more than it can take".formatted(perSecond));
            }
            Thread.ofVirtual().start(() -> {
                try {
                    call.make();
                    latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - dueNanos));
                } catch (Exception e) {
                    failures.add(e);
                } finally {
                    open.release();
                }
            });
        }
        open.acquireUninterruptibly(OPEN_MAX);
        if (!failures.isEmpty()) {
            throw new IllegalStateException("A call failed", failures.peek());
        }
        return latencies;
    }

    private static void await(long dueNanos) {
        long leftNanos = dueNanos - System.nanoTime();
        while (leftNanos > 0) {
            LockSupport.parkNanos(leftNanos);
            leftNanos = dueNanos - System.nanoTime();
        }
    }

    /// One call, begun and answered.
    public interface Call {
        void make() throws Exception;
    }
}
