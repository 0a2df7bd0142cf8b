package dev.playhead.web.problem;

import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/// Problem details from everything that can refuse or fail: Spring MVC, Spring Security's firewall,
/// the error dispatch and Tomcat itself.
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ProblemAutoConfiguration {

    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    JsonProblems jsonProblems(JsonMapper mapper) {
        return new JsonProblems(mapper);
    }

    @Bean
    WebMvcConfigurer problemsOfControllers(ProblemResolver resolver) {
        return new WebMvcConfigurer() {
            // Instead of Spring's own resolvers, not beside them: theirs answer without a body.
            @Override
            public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(resolver);
            }
        };
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemResolver resolver, ProblemWriter writer) {
        return new ProblemErrorController(resolver, writer);
    }

    @Bean
    RequestRejectedHandler problemsOfTheFirewall(ProblemResolver resolver) {
        return (request, response, rejected) -> resolver.answer(rejected, request, response);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
        return factory -> factory.addContextCustomizers(reportWithProblems());
    }

    @Bean
    ProblemResolver problemResolver(JsonProblems json, JsonMapper mapper, ProblemWriter writer) {
        return new ProblemResolver(new ExceptionProblems(json, mapper), writer);
    }

    /// Added last, so that it stands nearest to the application and reports before the one that Boot adds.
    private static TomcatContextCustomizer reportWithProblems() {
        return context -> {
            var host = (StandardHost) context.getParent();
            host.setErrorReportValveClass(ProblemValve.class.getName());
            host.getPipeline().addValve(new ProblemValve());
        };
    }
}
