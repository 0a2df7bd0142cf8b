package dev.playhead.web.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.StringUtils;

/// Makes the decoder. Each kind of key allows its own algorithms alone, so that neither `none` nor
/// a public key taken for a secret gets through.
final class TokenDecoder {

    private TokenDecoder() {}

    static JwtDecoder of(KeySource keys, List<String> algorithms, AuthSettings settings) {
        var decoder = switch (keys) {
            case KeySource.Secret secret ->
                NimbusJwtDecoder.withSecretKey(secret.key())
                        .macAlgorithm(MacAlgorithm.HS256)
                        .build();
            case KeySource.JwkSet set ->
                NimbusJwtDecoder.withJwkSource(KeySet.at(set.uri(), settings.keys()))
                        .jwsAlgorithms(allowed -> allowed.addAll(signatures(algorithms)))
                        .build();
        };
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    static OAuth2TokenValidator<Jwt> times(AuthSettings settings) {
        var times = new JwtTimestampValidator(settings.clockSkew());
        times.setAllowEmptyExpiryClaim(false);
        return times;
    }

    private static OAuth2TokenValidator<Jwt> validator(AuthSettings settings) {
        var validators = new ArrayList<OAuth2TokenValidator<Jwt>>();
        validators.add(times(settings));
        if (StringUtils.hasText(settings.issuer())) {
            validators.add(new JwtIssuerValidator(settings.issuer()));
        }
        if (StringUtils.hasText(settings.audience())) {
            validators.add(new JwtAudienceValidator(settings.audience()));
        }
        return new DelegatingOAuth2TokenValidator<>(validators);
    }

    private static List<SignatureAlgorithm> signatures(List<String> names) {
        return names.stream().map(TokenDecoder::signature).toList();
    }

    private static SignatureAlgorithm signature(String name) {
        var algorithm = SignatureAlgorithm.from(name);
        if (algorithm == null) {
            throw new IllegalArgumentException(
                    "spring.security.oauth2.resourceserver.jwt.jws-algorithms has '%s', which is no signature algorithm"
                            .formatted(name));
        }
        return algorithm;
    }
}
