package dev.playhead.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceJvmTest {
    @Test
    void other_options_stand_instead_of_ours() {
        assertThat(ServiceJvm.options(" -Xmx1g  -XX:+UseZGC ")).containsExactly("-Xmx1g", "-XX:+UseZGC");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void where_nothing_is_said_the_heap_is_bounded(String nothing) {
        assertThat(ServiceJvm.options(nothing)).contains("-Xmx320m");
    }
}
