package io.jellybean.domain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jellybean.domain");

    @Test
    void onlyIoKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jellybean.domain.io")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("the format of files must be free to change without the words of the problem")
                .check(DOMAIN);
    }

    @Test
    void theDomainKnowsNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.jellybean.planner..",
                        "io.jellybean.operators..",
                        "io.jellybean.jobs..",
                        "io.jellybean.cli..",
                        "io.jellybean.simulator..")
                .because("every module shares the domain, so it must not lead from one to another")
                .check(DOMAIN);
    }

    @Test
    void theWordsOfTheProblemDoNotKnowTheirFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jellybean.domain.io")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jellybean.domain.io")
                .because("a record must be usable without a file")
                .check(DOMAIN);
    }
}
