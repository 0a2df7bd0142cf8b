package dev.playhead.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.OnRealHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealHttp
class ManagementIT {

    private final Calls management;
    private final Calls api;

    ManagementIT(@LocalManagementPort int managementPort, @LocalServerPort int port) {
        this.management = new Calls(managementPort);
        this.api = new Calls(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "health/liveness", "health/readiness", "info", "prometheus"})
    void health_info_and_metrics_need_no_token_there(String endpoint) {
        assertThat(Calls.send(management.anonymously("/actuator/" + endpoint)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/actuator",
                "/actuator/env",
                "/actuator/beans",
                "/actuator/heapdump",
                "/actuator/shutdown",
                "/actuator/loggers",
                "/actuator/configprops",
                "/actuator/mappings",
                "/api/me",
                "/error/x"
            })
    void nothing_else_is_there(String path) {
        assertThat(Calls.send(management.anonymously(path)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/info", "/actuator/prometheus"})
    void none_of_it_is_on_the_port_of_the_api(String path) {
        assertThat(api.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void health_names_its_parts_and_nothing_inside_them() {
        var health = Calls.send(management.anonymously("/actuator/health")).body();

        assertThat(health).contains("\"status\":\"UP\"").doesNotContain("details");
    }
}
