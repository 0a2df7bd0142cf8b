package dev.playhead.web.body;

import dev.playhead.web.WebSettings;
import dev.playhead.web.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/// The bounds on bodies.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebSettings.class)
class BodyAutoConfiguration {

    /// Behind Spring Security's -100: who may not call hears 401 first.
    private static final int ORDER = 0;

    @Bean
    PlainBodies plainBodies() {
        return new PlainBodies();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodies() {
        return factory -> factory.addEngineValves(new SlowBodyValve());
    }

    @Bean
    FilterRegistrationBean<BodyBoundFilter> bodyBoundFilter(
            WebSettings settings, ObjectProvider<LargerBodies> larger, ProblemWriter problems) {
        var bounds = BodyBounds.of(
                new BodyBound(settings.maxBody(), settings.maxBodyTime()),
                larger.getIfAvailable(() -> LargerBodies.NONE));
        var filter = new BodyBoundFilter(bounds, problems);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(ORDER);
        return registration;
    }
}
