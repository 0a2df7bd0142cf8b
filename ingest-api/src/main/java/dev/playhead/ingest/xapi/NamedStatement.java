package dev.playhead.ingest.xapi;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A statement whose id stands beside it.
final class NamedStatement {
    private static final String ID = "id";

    private NamedStatement() {}

    /// Throws a 422 where the statement has another id.
    static JsonNode of(String id, JsonNode body) {
        if (!(body instanceof ObjectNode statement)) {
            throw new ProblemException(Problem.invalid("body", "must be an object"));
        }
        JsonNode own = statement.path(ID);
        if (statement.hasNonNull(ID) && !own.stringValue("").equalsIgnoreCase(id)) {
            throw new ProblemException(Problem.invalid(ID, "must be the statementId, or be left out"));
        }
        return statement.deepCopy().put(ID, id);
    }
}
