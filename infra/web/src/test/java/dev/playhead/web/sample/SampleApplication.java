package dev.playhead.web.sample;

import jakarta.servlet.Filter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SampleApplication {

    static void main(String... arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    /// Fails where no controller is reached, so that the container's error dispatch has to answer.
    @Bean
    FilterRegistrationBean<Filter> failingFilter() {
        Filter fails = (request, response, chain) -> {
            throw new IllegalStateException("jdbc:postgresql://db.internal");
        };
        var registration = new FilterRegistrationBean<>(fails);
        registration.addUrlPatterns("/api/fails/in-a-filter");
        registration.setOrder(10);
        return registration;
    }
}
