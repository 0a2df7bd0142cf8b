package dev.playhead.local.token;

import dev.playhead.local.terminal.RefusedException;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What was asked for on the command line of `infra/token`.
record TokenOptions(Path data, TokenRequest request) {
    private static final Set<String> ROLES = Set.of("student", "teacher", "admin");
    private static final Duration TTL = Duration.ofHours(8);
    private static final String HELP = " See infra/token --help.";

    static TokenOptions parse(List<String> words) {
        TokenOptions options =
                new TokenOptions(Path.of(".playhead"), TokenRequest.of("").ttl(TTL));
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options.complete();
    }

    private TokenOptions with(String option, Deque<String> values) {
        return switch (option) {
            case "--data" -> new TokenOptions(Path.of(value(option, values)), request);
            case "--sub" -> with(named(value(option, values)));
            case "--roles" -> with(roles(list(value(option, values))));
            case "--courses" -> with(request.courses(list(value(option, values))));
            case "--ttl" -> with(request.ttl(duration(value(option, values))));
            default -> throw new RefusedException("Unknown option " + option + "." + HELP);
        };
    }

    private TokenOptions with(TokenRequest changed) {
        return new TokenOptions(data, changed);
    }

    private TokenOptions complete() {
        if (request.sub().isEmpty() || request.roles().isEmpty()) {
            throw new RefusedException("--sub and --roles are needed." + HELP);
        }
        return this;
    }

    private TokenRequest named(String sub) {
        return new TokenRequest(
                sub, request.roles(), request.courses(), request.ttl(), request.issuer(), request.audience());
    }

    private TokenRequest roles(List<String> roles) {
        if (!ROLES.containsAll(roles)) {
            throw new RefusedException(
                    "--roles takes student, teacher and admin, not '" + String.join(",", roles) + "'.");
        }
        return new TokenRequest(
                request.sub(), roles, request.courses(), request.ttl(), request.issuer(), request.audience());
    }

    private static String value(String option, Deque<String> values) {
        if (values.isEmpty()) {
            throw new RefusedException(option + " needs a value." + HELP);
        }
        return values.pop();
    }

    private static List<String> list(String value) {
        return List.of(value.split(","));
    }

    // 30s, 15m, 8h, 2d.
    private static Duration duration(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        try {
            Duration duration = Duration.parse(upper.endsWith("D") ? "P" + upper : "PT" + upper);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new RefusedException("--ttl takes a time like 30m, 8h or 2d, not '" + value + "'.", e);
        }
        throw new RefusedException("--ttl must be longer than zero.");
    }
}
