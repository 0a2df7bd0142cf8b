package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.SampleApplication;
import dev.playhead.web.sample.Tokens;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Tokens of an identity provider that publishes its keys.
class KeySetIT {

    private static final RSAKey KEY = Provider.key("one");
    private static final RSAKey NEXT = Provider.key("two");

    private final Provider provider = new Provider();
    private final ConfigurableApplicationContext service = SpringApplication.run(
            SampleApplication.class,
            "--server.port=0",
            "--" + KeySource.JWK_SET_URI + "=" + provider.uri(),
            "--playhead.auth.keys.kept=1s",
            "--playhead.auth.keys.kept-in-outage=1m",
            "--playhead.auth.keys.asked-every=1s");
    private final Calls calls =
            new Calls(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));

    @AfterEach
    void stop() {
        service.close();
        provider.close();
    }

    @Test
    void a_token_that_one_of_the_keys_has_signed_is_taken() throws JOSEException {
        provider.publish(NEXT, KEY);

        assertThat(answerTo(Tokens.of(KEY))).isEqualTo(200);
        assertThat(answerTo(Tokens.signed(JWSAlgorithm.RS256, new RSASSASigner(KEY), claims -> claims)))
                .isEqualTo(200);
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
        provider.publish(KEY);
        var confused = Tokens.mac(KEY.toRSAPublicKey().getEncoded());

        assertThat(answerTo(Tokens.signed(JWSAlgorithm.HS256, confused, claims -> claims)))
                .isEqualTo(401);
    }

    @Test
    void a_token_of_a_new_key_is_taken_without_a_restart() {
        provider.publish(KEY);
        assertThat(answerTo(Tokens.of(KEY))).isEqualTo(200);

        provider.publish(KEY, NEXT);

        assertThat(answerTo(Tokens.of(NEXT))).isEqualTo(200);
        assertThat(answerTo(Tokens.of(KEY))).isEqualTo(200);
    }

    @Test
    void a_token_of_a_removed_key_is_refused_once_the_keys_have_been_kept_their_time() {
        provider.publish(KEY, NEXT);
        assertThat(answerTo(Tokens.of(KEY))).isEqualTo(200);

        provider.publish(NEXT);

        await().atMost(Duration.ofSeconds(5)).until(() -> answerTo(Tokens.of(KEY)) == 401);
        assertThat(answerTo(Tokens.of(NEXT))).isEqualTo(200);
    }

    @Test
    void made_up_keys_are_refused_and_do_not_make_us_ask_each_time() {
        provider.publish(KEY);
        var forged = Tokens.of(Provider.key("nobody's"));

        var answers = Stream.generate(() -> answerTo(forged)).limit(200).toList();

        assertThat(answers).containsOnly(401);
        assertThat(answerTo(Tokens.of(KEY))).isEqualTo(200);
        assertThat(provider.timesAsked()).isLessThan(20);
    }

    @Test
    void while_the_keys_cannot_be_had_the_answer_is_503() {
        provider.close();

        var response = calls.getWith(Tokens.of(KEY), "/api/me");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Calls.header(response, "Retry-After")).isEqualTo("5");
        assertThat(response.body()).contains("Tokens cannot be checked now").doesNotContain("127.0.0.1");
    }

    @Test
    void keys_that_were_had_outlast_an_outage_of_the_provider() {
        provider.publish(KEY);
        assertThat(answerTo(Tokens.of(KEY))).isEqualTo(200);

        provider.close();

        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> answerTo(Tokens.of(KEY)) == 200);
    }

    private int answerTo(String token) {
        return calls.getWith(token, "/api/me").statusCode();
    }
}
