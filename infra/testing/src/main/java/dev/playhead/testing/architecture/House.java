package dev.playhead.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The rooms of the house, by package, and the rules that hold in each. A module's `ArchitectureTest` is
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> the_rules_of_the_house() {
///     return House.INGEST.rules();
/// }
/// ```
public final class House {
    public static final House SCHEMAS = new House("schemas", HouseRules.schemasStandAlone());
    public static final House WEB =
            new House("web", HouseRules.webKnowsNoProgress(), HouseRules.needsNoFixtures("web"));
    public static final House INGEST = new House(
            "ingest",
            HouseRules.ingestHasNoDatabase(),
            HouseRules.ingestConsumesOnlyTheCatalog(),
            HouseRules.standsAlone("ingest"),
            HouseRules.needsNoFixtures("ingest"));
    public static final House STREAMS = new House(
            "streams",
            HouseRules.theFoldIsPlainJava(),
            HouseRules.theFoldCallsNoClockAndNoDice(),
            HouseRules.streamsServeNoHttp(),
            HouseRules.standsAlone("streams"),
            HouseRules.needsNoFixtures("streams"));
    public static final House QUERY = new House(
            "query",
            HouseRules.queryProducesNothing(),
            HouseRules.standsAlone("query"),
            HouseRules.needsNoFixtures("query"));
    public static final House LOCAL = new House("local", HouseRules.standsAlone("local"));
    /// It starts the parts as the local stack does.
    public static final House BENCH = new House("bench", HouseRules.standsAlone("bench", "local"));
    public static final House TESTING = new House("testing", HouseRules.standsAlone("testing"));

    private final String root;
    private final List<ArchRule> ofTheRoom;

    private House(String module, ArchRule... rules) {
        root = "dev.playhead." + module;
        ofTheRoom = List.of(rules);
    }

    /// A test for each rule that holds in this room.
    public Stream<DynamicTest> rules() {
        JavaClasses withTests = new ClassFileImporter().importPackages(root);
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        Stream<ArchRule> forProduct = Stream.concat(ofTheRoom.stream(), Stream.of(HouseRules.noCycles(root)));
        Stream<ArchRule> forAll = Stream.of(HouseRules.packagesAreByFeature(), HouseRules.nothingIsMocked());
        return Stream.concat(forProduct.map(rule -> test(rule, product)), forAll.map(rule -> test(rule, withTests)));
    }

    private static DynamicTest test(ArchRule rule, JavaClasses classes) {
        return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes));
    }
}
