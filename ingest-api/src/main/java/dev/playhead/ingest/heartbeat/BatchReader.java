package dev.playhead.ingest.heartbeat;

import dev.playhead.web.problem.JsonProblems;
import dev.playhead.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a batch, of which never more than one element is in memory as JSON.
public final class BatchReader {
    static final String NDJSON = "application/x-ndjson";

    private final JsonMapper json;
    private final JsonProblems problems;

    public BatchReader(JsonMapper json, JsonProblems problems) {
        this.json = json;
        this.problems = problems;
    }

    /// @throws ProblemException where the batch as a whole cannot be read
    void read(BatchRequest request, Consumer<BatchElement> each) {
        try (BatchBody body = BatchBody.of(request)) {
            if (request.isLines()) {
                NdjsonBatch.read(json, body, each);
            } else {
                JsonArrayBatch.read(json, body, each);
            }
        } catch (JacksonException e) {
            throw new ProblemException(problems.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
