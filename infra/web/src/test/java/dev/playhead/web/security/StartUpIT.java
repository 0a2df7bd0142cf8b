package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.playhead.web.sample.SampleApplication;
import dev.playhead.web.sample.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// A service that cannot check tokens says what to set, and does not start.
@ExtendWith(OutputCaptureExtension.class)
class StartUpIT {

    private static final String KEY_SET = KeySource.JWK_SET_URI + "=https://issuer.example/keys";

    @Test
    void nothing_set_names_both_settings(CapturedOutput output) {
        assertFails("Nothing is set to check callers' tokens with.");

        assertThat(output).contains("playhead.auth.secret", "PLAYHEAD_AUTH_SECRET", KeySource.JWK_SET_URI);
        assertSaysItOnce(output);
    }

    @Test
    void both_set_names_both_settings(CapturedOutput output) {
        assertFails("Both a shared secret and a key set are set", "playhead.auth.secret=" + Tokens.SECRET, KEY_SET);

        assertThat(output)
                .contains("playhead.auth.secret", KeySource.JWK_SET_URI)
                .doesNotContain(Tokens.SECRET);
        assertSaysItOnce(output);
    }

    @Test
    void a_short_secret_is_refused_and_not_shown(CapturedOutput output) {
        assertFails("has 31 bytes; HS256 needs 32 or more", "playhead.auth.secret=" + Tokens.SECRET.substring(0, 31));

        assertThat(output).contains("PLAYHEAD_AUTH_SECRET").doesNotContain(Tokens.SECRET.substring(0, 31));
        assertSaysItOnce(output);
    }

    @Test
    void the_process_ends_with_status_1_and_environment_variables_count() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SampleApplication.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("PLAYHEAD_AUTH_SECRET", Tokens.SECRET);
        builder.environment()
                .put("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI", "https://issuer.example/keys");

        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("Both a shared secret and a key set are set")
                .doesNotContain("Exception", "\tat ", Tokens.SECRET);
    }

    private static void assertFails(String why, String... settings) {
        var arguments = Stream.concat(Stream.of("server.port=0"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);

        var failure = catchThrowableOfType(
                InvalidKeySource.class, () -> SpringApplication.run(SampleApplication.class, arguments));

        assertThat(failure).isNotNull();
        var analysis = new KeySourceFailure().analyze(failure, failure);
        assertThat(analysis.getDescription()).contains(why);
        assertThat(analysis.getAction()).startsWith("Set ");
    }

    private static void assertSaysItOnce(CapturedOutput output) {
        assertThat(output.getAll().lines().filter(line -> line.contains("APPLICATION FAILED TO START")))
                .hasSize(1);
        assertThat(output).doesNotContain("\tat ", "stack_trace", "WARN");
    }
}
