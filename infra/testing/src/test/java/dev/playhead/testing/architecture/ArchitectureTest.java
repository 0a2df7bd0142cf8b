package dev.playhead.testing.architecture;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house() {
        return House.TESTING.rules();
    }

    /// Held here because `schemas`, on which this module stands, cannot ask for it itself.
    @TestFactory
    Stream<DynamicTest> the_rules_of_the_contract() {
        return House.SCHEMAS.rules();
    }
}
