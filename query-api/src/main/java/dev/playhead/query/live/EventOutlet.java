package dev.playhead.query.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/// To a client of server-sent events. Spring flushes after each of them.
final class EventOutlet implements Outlet {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final ResponseBodyEmitter emitter;
    private final EventText text;
    private final long retryMs;

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

    @Override
    public void close(Ending why) {
        emitter.complete();
    }

    /// Who has left, the container may have noticed before we do.
    private void write(String events) throws IOException {
        try {
            emitter.send(events, TEXT);
        } catch (IllegalStateException e) {
            throw new IOException("The answer is over", e);
        }
    }
}
