package dev.playhead.ingest;

import dev.playhead.testing.architecture.House;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> the_rules_of_the_house() {
        return House.INGEST.rules();
    }

    /// Held here because `web`, on which this module stands, cannot ask for it itself.
    @TestFactory
    Stream<DynamicTest> the_rules_of_the_floor() {
        return House.WEB.rules();
    }
}
