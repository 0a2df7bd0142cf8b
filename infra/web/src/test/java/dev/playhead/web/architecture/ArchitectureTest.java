package dev.playhead.web.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.playhead");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages("dev.playhead.web.violations");

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_holds(ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_can_fail(ArchRule rule) {
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                noClasses()
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("dev.playhead..").and(resideOutsideOfPackage("dev.playhead.web.."))),
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "org.apache.kafka..",
                                "org.apache.avro..",
                                "org.springframework.kafka..",
                                "java.sql..")),
                noClasses().should().resideInAnyPackage("..controller..", "..service..", "..repository..", "..util.."),
                noClasses().should().haveNameMatching(".*(Manager|Helper|Impl|Util|Utils|Dto)"));
    }
}
