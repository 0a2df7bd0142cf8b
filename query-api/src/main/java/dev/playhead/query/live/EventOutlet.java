package dev.playhead.query.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/// To a client of server-sent events. Spring flushes after each of them.
final class EventOutlet implements Outlet {
    private static final Logger log = LoggerFactory.getLogger(EventOutlet.class);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final ResponseBodyEmitter emitter;
    private final EventText text;
    private final long retryMs;
    private boolean isBroken;

    /// @param retryMs when a client that was cut off comes back
    EventOutlet(ResponseBodyEmitter emitter, EventText text, long retryMs) {
        this.emitter = emitter;
        this.text = text;
        this.retryMs = retryMs;
    }

    @Override
    public void open(@Nullable String id) throws IOException {
        write(text.open(retryMs, id));
    }

    @Override
    public void reset(Scope scope) throws IOException {
        write(text.reset(LiveReset.of(scope)));
    }

    @Override
    public void send(List<LiveEvent> events) throws IOException {
        write(events.stream().map(text::progress).collect(Collectors.joining()));
    }

    @Override
    public void stillHere(@Nullable String id) throws IOException {
        write(text.comment(id));
    }

    /// Of an answer that could not be written the container takes care.
    @Override
    public void close(Ending why) {
        try {
            if (!isBroken) {
                emitter.complete();
            }
        } catch (IllegalStateException e) {
            log.debug("The client left at the same moment", e);
        }
    }

    /// Who has left, the container may have noticed before we do.
    private void write(String events) throws IOException {
        try {
            emitter.send(events, TEXT);
        } catch (IOException e) {
            isBroken = true;
            throw e;
        } catch (IllegalStateException e) {
            isBroken = true;
            throw new IOException("The answer is over", e);
        }
    }
}
