package dev.playhead.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/// Who may depend on whom. [House] says which rules hold where. A rule that no class matches fails,
/// so none can pass by checking nothing.
final class HouseRules {
    /// Drivers and layers of databases.
    private static final String[] DATABASE = {
        "java.sql..", "javax.sql..", "org.postgresql..", "org.springframework.jdbc..", "org.flywaydb..", "com.zaxxer.."
    };

    private static final List<String> SERVICES = List.of("ingest", "streams", "query", "local");

    /// The fold and what follows from it: plain values and functions of them.
    private static final String[] FOLD = {
        "dev.playhead.streams.progress..", "dev.playhead.streams.shorts..", "dev.playhead.streams.audience.."
    };

    private HouseRules() {}

    /// The contract knows nobody.
    static ArchRule schemasStandAlone() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead.schemas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "dev.playhead.web..",
                        "dev.playhead.ingest..",
                        "dev.playhead.streams..",
                        "dev.playhead.query..",
                        "dev.playhead.local..",
                        "dev.playhead.testing..")
                .because("what all share may not know any of them");
    }

    /// The HTTP floor knows nothing of progress, nor of what carries it.
    static ArchRule webKnowsNoProgress() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.playhead.schemas..",
                        "dev.playhead.ingest..",
                        "dev.playhead.streams..",
                        "dev.playhead.query..",
                        "dev.playhead.local..",
                        "org.apache.kafka..")
                .because("both APIs stand on it, and only on that");
    }

    static ArchRule ingestHasNoDatabase() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATABASE)
                .because("a write goes to the log and nowhere else");
    }

    static ArchRule ingestConsumesOnlyTheCatalog() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead.ingest..")
                .and()
                .resideOutsideOfPackage("dev.playhead.ingest.catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka.clients.consumer..",
                        "org.apache.kafka.streams..",
                        "org.springframework.kafka.annotation..",
                        "org.springframework.kafka.listener..")
                .because("what it reads from Kafka is the catalog");
    }

    static ArchRule queryProducesNothing() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.apache.kafka.streams..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("org\\.springframework\\.kafka\\.core\\..*(KafkaTemplate|ProducerFactory).*")
                .because("a read changes nothing");
    }

    /// The fold: plain Java over the generated records.
    static ArchRule theFoldIsPlainJava() {
        return classes()
                .that()
                .resideInAnyPackage(FOLD)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(
                        FOLD,
                        "dev.playhead.schemas.event..",
                        "java..",
                        "org.jspecify.annotations..",
                        // The supertypes of the generated records.
                        "org.apache.avro.."))
                .because("the fold must run, and be read, without anything around it");
    }

    /// The fold: the same events give the same state, today and years later.
    static ArchRule theFoldCallsNoClockAndNoDice() {
        return noClasses()
                .that()
                .resideInAnyPackage(FOLD)
                .should(Impurity.CALL_A_CLOCK_OR_DICE)
                .because("a replay must give the same answer");
    }

    static ArchRule streamsServeNoHttp() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead.streams..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..")
                .because("its HTTP is health and metrics, which Spring Boot serves");
    }

    /// What the services share is the events.
    ///
    /// @param known those that it may know all the same
    static ArchRule standsAlone(String service, String... known) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service) && !List.of(known).contains(other))
                .map(other -> "dev.playhead." + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("no service calls another");
    }

    /// Fixtures are for tests, and for the local stack.
    static ArchRule needsNoFixtures(String module) {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.playhead.testing..", "org.junit..", "org.assertj..", "org.awaitility..")
                .because("what is deployed brings no test");
    }

    static ArchRule packagesAreByFeature() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead..")
                .should()
                .resideInAnyPackage(
                        "..controller..", "..service..", "..repository..", "..util..", "..helper..", "..dto..")
                .because("a package is named for what it is about");
    }

    static ArchRule nothingIsMocked() {
        return noClasses()
                .that()
                .resideInAPackage("dev.playhead..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.springframework.test.context.bean.override.mockito..")
                .because("tests run on real parts");
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
