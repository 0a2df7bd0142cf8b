package dev.playhead.web.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/// Runs the sample service, one for all tests that say this, on free ports.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "playhead.auth.secret=" + Tokens.SECRET,
            "playhead.auth.issuer=" + Tokens.ISSUER,
            "playhead.auth.audience=" + Tokens.AUDIENCE,
            "playhead.cors.origins=https://player.example",
            "playhead.web.max-body=64KB",
            "management.server.port=0"
        })
public @interface OnRealHttp {}
