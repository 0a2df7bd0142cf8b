package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.SampleApplication;
import dev.playhead.web.sample.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Tokens of an identity provider that publishes its keys.
class KeySetIT {

    private final RSAKey key;
    private final HttpServer provider;
    private final ConfigurableApplicationContext service;
    private final Calls calls;

    KeySetIT() throws JOSEException, IOException {
        key = new RSAKeyGenerator(2048).generate();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service = SpringApplication.run(
                SampleApplication.class,
                "--server.port=0",
                "--" + KeySource.JWK_SET_URI + "=http://127.0.0.1:"
                        + provider.getAddress().getPort() + "/keys");
        calls = new Calls(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
    }

    @BeforeEach
    void publish() {
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        provider.createContext("/keys", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        service.close();
        provider.stop(0);
    }

    @Test
    void a_token_that_one_of_the_keys_has_signed_is_taken() throws JOSEException {
        var token = Tokens.signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims -> claims);

        assertThat(calls.getWith(token, "/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
        var confused = Tokens.mac(key.toRSAPublicKey().getEncoded());

        assertThat(calls.getWith(Tokens.signed(JWSAlgorithm.HS256, confused, claims -> claims), "/api/me")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void while_the_keys_cannot_be_had_the_answer_is_503() throws JOSEException {
        provider.stop(0);
        var token = Tokens.signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims -> claims);

        var response = calls.getWith(token, "/api/me");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Calls.header(response, "Retry-After")).isEqualTo("5");
        assertThat(response.body()).contains("Tokens cannot be checked now").doesNotContain("127.0.0.1");
    }
}
