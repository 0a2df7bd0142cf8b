package dev.playhead.web.openapi;

import dev.playhead.web.caller.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/// What the documents of our APIs have in common, where a service serves one.
@AutoConfiguration(before = SpringDocConfiguration.class)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class OpenApiAutoConfiguration {

    private static final String BEARER = "bearer";

    static {
        // The caller comes from the token, and not from a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    /// Its address is where it was read from, so that it is right behind any proxy.
    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        var components = new Components().addSecuritySchemes(BEARER, bearer());
        ProblemResponses.addTo(components);
        return new OpenAPI()
                .info(new Info()
                        .title("Playhead " + service)
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(components)
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    @Bean
    OperationCustomizer operationProblems() {
        return new OperationProblems();
    }

    private static SecurityScheme bearer() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "Claims: sub, the user; roles, of student, teacher, admin; courses, that a teacher teaches");
    }
}
