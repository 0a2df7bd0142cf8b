package dev.playhead.local.demo;

import dev.playhead.testing.student.ShortsCall;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Students who have scrolled through shorts, days ago: their players say it call by call.
record DemoShorts(Api api, Tokens tokens) {
    private static final int ACCEPTED = 202;

    void watch(List<ShortsCall> calls) throws InterruptedException {
        for (ShortsCall call : calls) {
            post(call);
        }
    }

    private void post(ShortsCall call) throws InterruptedException {
        String token = tokens.mint(TokenRequest.student(call.student()));
        HttpResponse<byte[]> answer =
                api.post(call.path(), token, JsonMapper.shared().writeValueAsBytes(call.body()));
        if (answer.statusCode() != ACCEPTED) {
            throw new DemoFailedException("POST " + call.path() + " was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }
}
