package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.body.LargerBodies;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Takes batches: all of one is read and judged before any of it is written.
public final class Batches {
    /// On paths that are known by their names, bodies may be as large as a batch.
    public static final LargerBodies BODIES =
            new LargerBodies(Set.of(Batches.BATCH_PATH, Batches.IMPORT_PATH), BatchBody.UNPACKED_MAX);

    static final String BATCH_PATH = "/api/progress/heartbeats";
    static final String IMPORT_PATH = "/api/import/heartbeats";
    static final int HEARTBEATS_MAX = 5_000;

    private final BatchReader reader;
    private final Enrolments enrolments;
    private final Intake intake;
    private final Throttle throttle;
    private final HeartbeatLog log;
    private final HeartbeatMeters meters;
    private final InstantSource clock;

    public Batches(
            BatchReader reader,
            Enrolments enrolments,
            Intake intake,
            Throttle throttle,
            HeartbeatLog log,
            HeartbeatMeters meters,
            InstantSource clock) {
        this.reader = reader;
        this.enrolments = enrolments;
        this.intake = intake;
        this.throttle = throttle;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    /// @param caller whose heartbeats they are, an import's aside
    /// @throws ProblemException where nothing was accepted, or nobody knows what was
    Taken take(Channel channel, Caller caller, BatchRequest request) {
        List<Verdict> verdicts = judge(new Arrival(channel, clock.millis()), caller, request);
        verdicts.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .forEach(refused -> meters.refused(refused.reason()));
        BatchAnswer answer = BatchAnswer.of(verdicts);
        if (answer.accepted() == 0) {
            throw new ProblemException(answer.problem());
        }
        return new Taken(answer, write(verdicts));
    }

    private List<Verdict> judge(Arrival arrival, Caller caller, BatchRequest request) {
        List<Verdict> verdicts = new ArrayList<>();
        reader.read(request, element -> {
            if (verdicts.size() == HEARTBEATS_MAX) {
                throw new ProblemException(
                        Problem.tooLarge("A batch has at most %d heartbeats".formatted(HEARTBEATS_MAX)));
            }
            verdicts.add(judge(arrival, caller, element));
        });
        return arrival.channel() == Channel.IMPORT
                ? verdicts
                : throttle.judge(verdicts, Verdict::heartbeat, Function.identity());
    }

    private Verdict judge(Arrival arrival, Caller caller, BatchElement element) {
        return switch (element) {
            case BatchElement.Read read -> judge(arrival, caller, read.said());
            case BatchElement.Unreadable unreadable ->
                new Refused(Reason.INVALID, Problem.invalid("body", unreadable.why()));
        };
    }

    /// As by itself, a video of others' courses is refused before anything is said of it.
    private Verdict judge(Arrival arrival, Caller caller, Said said) {
        String video = said.video();
        if (arrival.channel() == Channel.BATCH && video != null && !enrolments.admit(caller, video)) {
            return new Refused(Reason.NOT_ENROLLED, Enrolments.NOT_ENROLLED);
        }
        return intake.judgeOneOfMany(caller.subject(), said, arrival);
    }

    private List<WriteToken> write(List<Verdict> verdicts) {
        return log.append(verdicts.stream()
                .filter(Accepted.class::isInstance)
                .map(verdict -> ((Accepted) verdict).accepted())
                .toList());
    }

    /// @param written where each accepted one is
    record Taken(BatchAnswer answer, List<WriteToken> written) {}
}
