package dev.playhead.ingest.heartbeat;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// A batch as one JSON array. Whatever is no JSON leaves in doubt where the next element begins, so
/// the batch is refused as a whole.
final class JsonArrayBatch {
    private JsonArrayBatch() {}

    static void read(JsonMapper json, InputStream body, Consumer<BatchElement> each) {
        try (JsonParser parser = json.createParser(body)) {
            enterArray(parser);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                each.accept(new BatchElement.Read(Said.read(parser)));
            }
            if (parser.nextToken() != null) {
                throw new ProblemException(Problem.malformed("The body goes on after its JSON has ended"));
            }
        }
    }

    private static void enterArray(JsonParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new ProblemException(Problem.malformed("The body is empty; a JSON array is needed"));
        }
        if (first != JsonToken.START_ARRAY) {
            // What is no JSON at all is told so.
            parser.skipChildren();
            throw new ProblemException(Problem.invalid("body", "must be an array of heartbeats"));
        }
    }
}
