package dev.playhead.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule is tried on classes that break it. They are in this module's tests, in packages that
/// the rules speak of.
class HouseRulesTest {
    private static final JavaClasses SAMPLES = new ClassFileImporter()
            .importPackages(
                    "dev.playhead.schemas.wrong",
                    "dev.playhead.web.wrong",
                    "dev.playhead.ingest",
                    "dev.playhead.streams",
                    "dev.playhead.query");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(HouseRules.schemasStandAlone(), List.of("KnowsAService")),
                arguments(HouseRules.webKnowsNoProgress(), List.of("KnowsEvents", "KnowsKafka")),
                arguments(HouseRules.needsNoFixtures("query"), List.of("NeedsAFixture")),
                arguments(HouseRules.ingestHasNoDatabase(), List.of("HasADatabase")),
                arguments(HouseRules.ingestConsumesOnlyTheCatalog(), List.of("Consumes")),
                arguments(HouseRules.queryProducesNothing(), List.of("Produces")),
                arguments(HouseRules.theFoldIsPlainJava(), List.of("progress.Logs", "audience.LogsSums")),
                arguments(
                        HouseRules.theFoldCallsNoClockAndNoDice(),
                        List.of("ReadsTheClock.byCall", "ReadsTheClock.byReference", "ThrowsDice", "AsksTheTime")),
                arguments(HouseRules.streamsServeNoHttp(), List.of("ServesHttp")),
                arguments(HouseRules.standsAlone("query"), List.of("KnowsIngest")),
                arguments(HouseRules.packagesAreByFeature(), List.of("wrong.dto.")),
                arguments(HouseRules.nothingIsMocked(), List.of("Mocks")),
                arguments(HouseRules.noCycles("dev.playhead.query"), List.of("One", "Two")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_names_who_breaks_it_and_nobody_else(ArchRule rule, List<String> culprits) {
        List<String> reported = rule.evaluate(SAMPLES).getFailureReport().getDetails();

        assertThat(culprits).allSatisfy(culprit -> assertThat(reported).anyMatch(line -> line.contains(culprit)));
        assertThat(reported).allMatch(line -> culprits.stream().anyMatch(line::contains));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_that_matches_nothing_does_not_pass(ArchRule rule, List<String> culprits) {
        assertThat(culprits).isNotEmpty();
        JavaClasses nothingOfOurs = new ClassFileImporter().importPackages("org.jspecify.annotations");

        assertThatThrownBy(() -> rule.check(nothingOfOurs)).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_room_has_a_test_for_each_of_its_rules() {
        assertThat(House.TESTING.rules()).hasSize(4);
    }
}
