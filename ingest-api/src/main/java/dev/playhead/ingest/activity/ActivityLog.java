package dev.playhead.ingest.activity;

import dev.playhead.ingest.broker.Outage;
import dev.playhead.ingest.broker.Unavailable;
import dev.playhead.schemas.id.WriteToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The log of what students did. What is appended has been acknowledged by the brokers when the call returns.
public final class ActivityLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ActivityLog.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

    private final Producer<String, SpecificRecord> producer;
    private final String topic;
    private final Pressure pressure;
    private final Outage outage = new Outage(log, "Activity is not acknowledged");

    /// @param bytesInFlightMax of what waits for acknowledgement, as it lies in memory
    public ActivityLog(Producer<String, SpecificRecord> producer, String topic, long bytesInFlightMax) {
        this.producer = producer;
        this.topic = topic;
        this.pressure = new Pressure(bytesInFlightMax, System::nanoTime);
    }

    /// Asks for the topic's metadata now, so that no caller waits for it.
    public void start() {
        int partitions = producer.partitionsFor(topic).size();
        log.info("Activity goes to {} with {} partitions", topic, partitions);
    }

    /// Waits for the acknowledgement.
    ///
    /// @param student whose log it is; decides the partition
    /// @param receivedAt epoch milliseconds, the record's timestamp
    /// @throws dev.playhead.web.problem.ProblemException a 503, whatever the failure: once a record
    /// was handed to the producer, nobody knows what became of it
    public WriteToken append(String student, SpecificRecord event, long receivedAt) {
        return appendAll(List.of(new Activity(student, event, receivedAt))).getFirst();
    }

    /// Appends all of them, those of one student in the order given, and waits for every
    /// acknowledgement.
    ///
    /// @return where each one is, in the order given
    /// @throws dev.playhead.web.problem.ProblemException a 503 where any of them was not
    /// acknowledged: any of the others may be in the log
    public List<WriteToken> appendAll(List<Activity> activities) {
        long size = activities.stream().mapToLong(Activity::bytes).sum();
        if (!pressure.enter(size)) {
            throw Unavailable.notTaken();
        }
        boolean isAway = false;
        try {
            List<WriteToken> written = sendAll(activities);
            outage.over();
            return written;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            isAway = cause instanceof RetriableException;
            outage.seen(cause);
            throw Unavailable.exception();
        } catch (TimeoutException | KafkaException | IllegalStateException e) {
            // The last is how a producer that was closed meanwhile says so.
            isAway = !(e instanceof SerializationException);
            outage.seen(e);
            throw Unavailable.exception();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.exception();
        } finally {
            pressure.leave(size, isAway);
        }
    }

    /// What waits for acknowledgement.
    public long bytesInFlight() {
        return pressure.bytes();
    }

    private List<WriteToken> sendAll(List<Activity> activities)
            throws ExecutionException, InterruptedException, TimeoutException {
        long startedNanos = System.nanoTime();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(activities.size());
        for (Activity activity : activities) {
            acknowledgements.add(send(activity, startedNanos));
        }
        List<WriteToken> written = new ArrayList<>(activities.size());
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            RecordMetadata at = acknowledgement.get(leftNanos(startedNanos), TimeUnit.NANOSECONDS);
            written.add(new WriteToken(topic, at.partition(), at.offset()));
        }
        return written;
    }

    /// The producer may hold a sender up for each record; so the first one that it gives up on is the
    /// end of the rest, and none is begun that could hold up past the time for all.
    private Future<RecordMetadata> send(Activity activity, long startedNanos)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (leftNanos(startedNanos) < ActivityProducer.BLOCK_MAX.toNanos()) {
            throw new TimeoutException("not all were taken in time");
        }
        Future<RecordMetadata> acknowledgement = producer.send(
                new ProducerRecord<>(topic, null, activity.receivedAt(), activity.student(), activity.event()));
        if (acknowledgement.isDone()) {
            acknowledgement.get();
        }
        return acknowledgement;
    }

    private static long leftNanos(long startedNanos) {
        return Math.max(0, ActivityProducer.ANSWER_WITHIN.toNanos() - (System.nanoTime() - startedNanos));
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
