package dev.playhead.local;

import static dev.playhead.local.parts.Ports.Listener.FRONT_DOOR;
import static dev.playhead.local.parts.Ports.Listener.INGEST_MANAGEMENT;
import static dev.playhead.local.parts.Ports.Listener.KAFKA;
import static dev.playhead.local.parts.Ports.Listener.POSTGRES;
import static dev.playhead.local.parts.Ports.Listener.QUERY_MANAGEMENT;
import static dev.playhead.local.parts.Ports.Listener.REGISTRY;
import static dev.playhead.local.parts.Ports.Listener.STREAMS;

import dev.playhead.local.parts.Platform;
import dev.playhead.local.parts.Ports;
import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.time.Duration;
import java.time.InstantSource;

/// What someone who has just started it wants to know.
record Welcome(Terminal terminal, Platform platform) {
    private static final Duration TTL = Duration.ofHours(8);

    void say(Duration took) {
        Ports ports = platform.ports();
        terminal.say(TEXT.formatted(
                ports.url(FRONT_DOOR),
                ports.url(INGEST_MANAGEMENT),
                ports.url(QUERY_MANAGEMENT),
                ports.url(STREAMS),
                ports.address(KAFKA),
                ports.url(REGISTRY),
                ports.address(POSTGRES),
                platform.data().path(),
                token(TokenRequest.student("ana")),
                token(TokenRequest.teacher("tom", "demo")),
                token(TokenRequest.admin("root")),
                platform.data().path()));
        terminal.say("Playhead is up (%d s)".formatted(took.toSeconds()));
    }

    private String token(TokenRequest request) {
        return new Tokens(platform.secrets().tokens(), InstantSource.system()).mint(request.ttl(TTL));
    }

    private static final String TEXT = """

              front door   %s
              health       %s/actuator/health  (ingest-api)
                           %s/actuator/health  (query-api)
                           %s/actuator/health  (progress-streams)
              Kafka        %s
              registry     %s/apis/ccompat/v7
              PostgreSQL   %s, database playhead, user postgres, password in %s/secrets/database

              Tokens, for 8 hours:
              student ana
                %s
              teacher tom, of course demo
                %s
              admin root
                %s

            Try it:
              token=$(infra/token --data %s --sub ana --roles student)
            """;
}
