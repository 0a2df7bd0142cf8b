package dev.playhead.web.security;

import dev.playhead.web.problem.ProblemWriter;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/// The rules for browsers' pages of other origins. They send their token themselves: no cookie, so
/// no credentials.
final class CrossOrigin {

    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

    private CrossOrigin() {}

    static CorsFilter filter(CorsSettings settings, ProblemWriter problems) {
        var filter = new CorsFilter(rules(settings));
        filter.setCorsProcessor(new CorsProblems(problems));
        return filter;
    }

    private static CorsConfigurationSource rules(CorsSettings settings) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.origins());
        rules.setAllowedMethods(
                methods(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE));
        rules.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        rules.setExposedHeaders(settings.exposedHeaders());
        rules.setMaxAge(PREFLIGHT_KEPT);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", rules);
        return source;
    }

    private static List<String> methods(HttpMethod... methods) {
        return List.of(methods).stream().map(HttpMethod::name).toList();
    }
}
