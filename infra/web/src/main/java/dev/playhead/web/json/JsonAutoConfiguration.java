package dev.playhead.web.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/// The application's one JSON mapper, made strict.
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class JsonAutoConfiguration {

    @Bean
    JsonFactoryBuilderCustomizer strictJsonSyntax() {
        return StrictJson::syntax;
    }

    @Bean
    JsonMapperBuilderCustomizer strictJsonBinding() {
        return StrictJson::binding;
    }
}
