package dev.playhead.bench;

import dev.playhead.testing.architecture.House;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house() {
        return House.BENCH.rules();
    }
}
