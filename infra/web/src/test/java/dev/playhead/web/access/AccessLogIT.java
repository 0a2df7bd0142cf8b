package dev.playhead.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.RawHttp;
import dev.playhead.web.sample.SampleApplication;
import dev.playhead.web.sample.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AccessLogIT {

    private static final String TOKEN = Tokens.student();

    @Test
    void nobody_is_logged_unless_asked_for(CapturedOutput output) {
        call();

        assertThat(output).doesNotContain("/api/lenient", "dev.playhead.access");
    }

    @Test
    void each_request_is_an_event_with_no_token_no_query_and_no_body(CapturedOutput output) {
        call("--playhead.web.access-log=true");

        await().until(() -> output.getAll().contains("GET /api/me 401"));
        await().until(() -> output.getAll().contains("- - 400"));
        assertThat(output)
                .contains("POST /api/lenient 200", "POST /api/lenient 422")
                .contains("\"status_code\":200", "\"logger\":\"dev.playhead.access\"")
                .doesNotContain("a-secret-body", "access_token", TOKEN, TOKEN.split("\\.")[2]);
    }

    private static void call(String... settings) {
        var arguments = new String[settings.length + 2];
        System.arraycopy(settings, 0, arguments, 2, settings.length);
        arguments[0] = "--server.port=0";
        arguments[1] = "--playhead.auth.secret=" + Tokens.SECRET;
        try (var service = SpringApplication.run(SampleApplication.class, arguments)) {
            var port = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
            var calls = new Calls(port);
            calls.post("/api/lenient", "{\"title\": \"a-secret-body\"}");
            calls.post("/api/lenient", "{\"title\": [\"a-secret-body\"]}");
            Calls.send(calls.anonymously("/api/me?access_token=" + TOKEN));
            RawHttp.answer(port, "GET /api/me HTTP/1.1\r\nHost: a\r\nAuthorization Bearer " + TOKEN + "\r\n");
            RawHttp.answer(port, "a-secret-body\r\nAuthorization: Bearer " + TOKEN + "\r\n");
        }
    }
}
