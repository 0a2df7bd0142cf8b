package dev.playhead.ingest.heartbeat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A batch of one JSON object a line. The next line begins where it begins, so one that is no JSON
/// refuses itself alone. Blank lines are none.
final class NdjsonBatch {
    private static final String NO_JSON = "must be one JSON object in UTF-8 that names no field twice";
    private static final int LINE_USUAL_BYTES = 512;

    private NdjsonBatch() {}

    static void read(JsonMapper json, InputStream body, Consumer<BatchElement> each) throws IOException {
        InputStream bytes = new BufferedInputStream(body);
        ByteArrayOutputStream line = new ByteArrayOutputStream(LINE_USUAL_BYTES);
        int next;
        do {
            next = bytes.read();
            if (next >= 0 && next != '\n') {
                line.write(next);
            } else {
                readLine(json, line.toByteArray(), each);
                line.reset();
            }
        } while (next >= 0);
    }

    private static void readLine(JsonMapper json, byte[] line, Consumer<BatchElement> each) {
        if (!isBlank(line)) {
            each.accept(parsed(json, line));
        }
    }

    private static BatchElement parsed(JsonMapper json, byte[] line) {
        try {
            return element(json, line);
        } catch (StreamConstraintsException e) {
            return new BatchElement.Unreadable("must not be nested so deeply, nor have parts so long");
        } catch (JacksonException e) {
            return new BatchElement.Unreadable(NO_JSON);
        }
    }

    private static BatchElement element(JsonMapper json, byte[] line) {
        try (JsonParser parser = json.createParser(line)) {
            Said said = parser.nextToken() == null
                    ? Said.ofNoObject(JsonNodeFactory.instance.missingNode())
                    : Said.read(parser);
            return parser.nextToken() == null ? new BatchElement.Read(said) : new BatchElement.Unreadable(NO_JSON);
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
