package dev.playhead.ingest.xapi;

import dev.playhead.ingest.heartbeat.Throttle;
import dev.playhead.ingest.xapi.Ruling.Accepted;
import dev.playhead.ingest.xapi.Ruling.Refused;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The statements of one request, each with what becomes of it, in the order in which they stand.
record StatementBatch(List<Ruling> rulings) {
    static final int STATEMENTS_MAX = 500;

    StatementBatch {
        rulings = List.copyOf(rulings);
    }

    static StatementBatch judge(Statements statements, Caller student, JsonNode body, long receivedAt) {
        if (!body.isArray()) {
            return new StatementBatch(List.of(statements.judge(student, body, "", receivedAt)));
        }
        if (body.isEmpty() || body.size() > STATEMENTS_MAX) {
            throw new ProblemException(
                    Problem.invalid("body", "must have from 1 to " + STATEMENTS_MAX + " statements"));
        }
        return new StatementBatch(IntStream.range(0, body.size())
                .mapToObj(i -> statements.judge(student, body.get(i), "[" + i + "]", receivedAt))
                .toList());
    }

    /// The same, held to the rate of updates. A statement is one, whatever it says.
    StatementBatch within(Throttle throttle) {
        return new StatementBatch(throttle.judge(
                rulings,
                Ruling::update,
                refused -> new Refused(
                        refused.reason(), List.of(new FieldError("timestamp", "is too soon after those before it")))));
    }

    List<Refused> refused() {
        return of(Refused.class);
    }

    /// Of the statements that were taken.
    List<String> ids() {
        return of(Accepted.class).stream().map(Accepted::id).toList();
    }

    /// In the order in which they occurred, whatever that of the statements: clients that kept them
    /// for later do not all send the first one first.
    List<Heartbeat> heartbeats() {
        return of(Accepted.class).stream()
                .flatMap(accepted -> accepted.heartbeats().stream())
                .sorted(Comparator.comparingLong(Heartbeat::getOccurredAt))
                .toList();
    }

    private <T extends Ruling> List<T> of(Class<T> kind) {
        return rulings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
