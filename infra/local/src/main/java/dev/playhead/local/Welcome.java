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
import dev.playhead.testing.sample.DemoCatalog;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.time.Duration;
import java.time.InstantSource;

/// What someone who has just started it wants to know.
record Welcome(Terminal terminal, Platform platform) {
    private static final Duration TTL = Duration.ofHours(8);

    private static final String PLACES = """

              front door   %s
              API          %s/swagger-ui/
              audience     %s/audience  (with a teacher's token)
              health       %s/actuator/health  (ingest-api)
                           %s/actuator/health  (query-api)
                           %s/actuator/health  (progress-streams)
              Kafka        %s
              registry     %s/apis/ccompat/v7
              PostgreSQL   %s, database playhead, user postgres, password in %s/secrets/database
            """;
    private static final String TOKENS = """
            Tokens for 8 hours; infra/token prints more.
              student ana                  %s
              teacher tom of course demo   %s
              admin root                   %s
            """;
    private static final String NEXT = """
            Watch two minutes of a video as ana, then ask where she stands:
              token=$(infra/token --data '%1$s' --sub ana --roles student)
              written=$(curl -s -o /dev/null -D - %2$s/api/progress/video/video123/watch-time \\
                -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\
                -d '{"watch_time":125.5,"total_duration":600}' | tr -d '\\r' | sed -n 's/^Playhead-Written: //p')
              curl -s %2$s/api/progress/video/video123/status \\
                -H "Authorization: Bearer $token" -H "Playhead-Read-After: $written"
            """;

    void say(Duration took) {
        Ports ports = platform.ports();
        terminal.say(PLACES.formatted(
                ports.url(FRONT_DOOR),
                ports.url(FRONT_DOOR),
                ports.url(FRONT_DOOR),
                ports.url(INGEST_MANAGEMENT),
                ports.url(QUERY_MANAGEMENT),
                ports.url(STREAMS),
                ports.address(KAFKA),
                ports.url(REGISTRY),
                ports.address(POSTGRES),
                platform.data().path()));
        terminal.say(TOKENS.formatted(
                token(TokenRequest.student("ana")),
                token(TokenRequest.teacher("tom", DemoCatalog.COURSE)),
                token(TokenRequest.admin("root"))));
        terminal.say(NEXT.formatted(platform.data().path(), ports.url(FRONT_DOOR)));
        terminal.say("Started in %d s; Ctrl-C stops it.".formatted(took.toSeconds()));
        terminal.say("Playhead is up");
    }

    private String token(TokenRequest request) {
        return new Tokens(platform.secrets().tokens(), InstantSource.system()).mint(request.ttl(TTL));
    }
}
