package dev.playhead.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.tokens.Tokens;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the demo makes of an API, of which this one has the status and the header of each answer.
class DemoTest {
    private static final String HEARTBEATS = "/api/progress/heartbeats";
    private static final String SHORTS = "/learning/api/shorts/";
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    @TempDir
    Path data;

    private final int port = FreePorts.next();
    private final Undertow api =
            Undertow.builder().addHttpListener(port, "127.0.0.1", this::answer).build();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private volatile boolean isMock;

    @BeforeEach
    void open() {
        api.start();
    }

    @AfterEach
    void close() {
        api.stop();
    }

    @Test
    void shorts_that_are_made_up_nobody_watches_and_it_says_so() throws Exception {
        isMock = true;

        load();

        assertThat(posted(HEARTBEATS)).isGreaterThan(1);
        assertThat(posted(SHORTS)).isEqualTo(1);
        assertThat(said()).containsPattern("demo shorts .* not watched: SHORT_VIDEOS_MOCK");
    }

    @Test
    void shorts_are_watched_at_the_first_start_that_keeps_it() throws Exception {
        isMock = true;
        load();
        int heartbeats = posted(HEARTBEATS);
        isMock = false;

        load();

        assertThat(posted(SHORTS)).isGreaterThan(100);
        assertThat(posted(HEARTBEATS)).isEqualTo(heartbeats);
        assertThat(said()).containsPattern("demo shorts .* [1-9][0-9]+ reports, likes and shares");
    }

    @Test
    void the_class_watches_once() throws Exception {
        load();
        int once = posted.size();

        load();

        assertThat(posted).hasSize(once);
    }

    private void load() throws InterruptedException {
        Terminal terminal = new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8));
        Tokens tokens = new Tokens("a secret of 32 bytes, and of more", InstantSource.system());
        new Demo(URI.create("http://127.0.0.1:" + port), tokens, data, terminal).load();
    }

    private int posted(String below) {
        return (int) posted.stream().filter(path -> path.startsWith(below)).count();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void answer(HttpServerExchange exchange) {
        String method = exchange.getRequestMethod().toString();
        String path = exchange.getRequestPath();
        if (method.equals("POST")) {
            posted.add(path);
        }
        if (!(isMock && path.startsWith(SHORTS))) {
            exchange.getResponseHeaders().put(HttpString.tryFromString("Playhead-Written"), "a-token");
        }
        exchange.setStatusCode(method.equals("GET") ? NOT_FOUND : ACCEPTED);
        exchange.getResponseSender().send("{\"success\": true, \"rejected\": []}");
    }
}
