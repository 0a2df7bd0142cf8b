package dev.playhead.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.CachingJWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.RateLimitedJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys that an identity provider publishes. They are kept for a while; a token of a key that
/// is not among them makes us look again, so that a new key needs no restart.
///
/// Not Nimbus's own builder: past its rate limit that one fails, and a stranger who makes keys up
/// would have everyone told that tokens cannot be checked.
final class KeySet implements JWKSource<SecurityContext> {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final Duration WAIT_FOR_ANOTHERS_ANSWER = Duration.ofSeconds(5);
    private static final int BYTES_MAX = 512 * 1024;

    private final JWKSetSource<SecurityContext> source;

    private KeySet(JWKSetSource<SecurityContext> source) {
        this.source = source;
    }

    static KeySet at(String uri, AuthSettings.Keys settings) {
        int patienceMs = (int) ANSWER_WITHIN.toMillis();
        var provider = new URLBasedJWKSetSource<SecurityContext>(
                url(uri), new DefaultResourceRetriever(patienceMs, patienceMs, BYTES_MAX));
        var lasting = new OutageTolerantJWKSetSource<>(
                provider, settings.keptInOutage().toMillis(), null);
        var bounded =
                new RateLimitedJWKSetSource<>(lasting, settings.askedEvery().toMillis(), null);
        return new KeySet(new CachingJWKSetSource<>(
                bounded, settings.kept().toMillis(), WAIT_FOR_ANOTHERS_ANSWER.toMillis(), null));
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        var known = source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), System.currentTimeMillis(), context);
        var keys = wanted.select(known);
        if (!keys.isEmpty()) {
            return keys;
        }
        try {
            return wanted.select(source.getJWKSet(
                    JWKSetCacheRefreshEvaluator.referenceComparison(known), System.currentTimeMillis(), context));
        } catch (RateLimitReachedException askedJustNow) {
            return List.of();
        }
    }

    private static URL url(String uri) {
        try {
            return URI.create(uri).toURL();
        } catch (MalformedURLException wrong) {
            throw new IllegalArgumentException(KeySource.JWK_SET_URI + " is no URL: " + uri, wrong);
        }
    }
}
