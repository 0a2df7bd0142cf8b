package dev.playhead.web.security;

import dev.playhead.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/// Who may come in: on the API's port those with a valid token, on the management port everyone who reaches it.
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({AuthSettings.class, CorsSettings.class, OAuth2ResourceServerProperties.class})
class TokenAutoConfiguration {

    @Bean
    JwtDecoder jwtDecoder(AuthSettings settings, OAuth2ResourceServerProperties standard, Environment environment) {
        return TokenDecoder.of(KeySource.of(environment), standard.getJwt().getJwsAlgorithms(), settings);
    }

    /// None: one around every filter would cost more than the filters. What became of a request is in
    /// the server's own numbers.
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    KnownCallers knownCallers(JwtDecoder decoder, AuthSettings settings) {
        var memory =
                new CallerMemory(TokenDecoder.times(settings), settings.keys().kept());
        return new KnownCallers(decoder, new CallerConverter(settings.claims()), memory);
    }

    @Bean
    AnswerHeaders answerHeaders() {
        return new AnswerHeaders();
    }

    /// What is there is decided by what is exposed, and who reaches it by the network.
    @Bean
    @Order(1)
    SecurityFilterChain managementChain(HttpSecurity http, AnswerHeaders headers) {
        return stateless(http, headers)
                .securityMatcher(new ManagementPort())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /// What the API can do is no secret: whoever writes a client reads it before having a token. Nor
    /// are the paths that a service calls open.
    @Bean
    @Order(2)
    SecurityFilterChain openChain(HttpSecurity http, AnswerHeaders headers, ObjectProvider<OpenPaths> open) {
        Stream<String> more = open.stream().flatMap(paths -> paths.patterns().stream());
        return stateless(http, headers)
                .securityMatcher(
                        Stream.concat(Stream.of("/v3/api-docs/**"), more).toArray(String[]::new))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /// 401 before 404, so that a stranger does not learn what is there. Dispatches within the
    /// service have passed here once already.
    @Bean
    SecurityFilterChain apiChain(
            HttpSecurity http, AnswerHeaders headers, KnownCallers callers, CorsSettings cors, ProblemWriter problems) {
        var refusals = new Refusals(problems);
        stateless(http, headers)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new OneBearer())
                        .authenticationManagerResolver(callers::managerFor)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals)
                        .withObjectPostProcessor(refuseWith(refusals)));
        http.addFilterBefore(new SocketOrigins(cors, problems), BearerTokenAuthenticationFilter.class);
        if (!cors.origins().isEmpty()) {
            http.addFilter(CrossOrigin.filter(cors, problems));
        }
        return http.build();
    }

    private static HttpSecurity stateless(HttpSecurity http, AnswerHeaders headers) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(answers -> answers.defaultsDisabled().addHeaderWriter(headers));
    }

    /// Left alone, the filter throws where the identity provider cannot be reached, and the answer is a 500.
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> refuseWith(Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(refusals::commence);
                return filter;
            }
        };
    }
}
