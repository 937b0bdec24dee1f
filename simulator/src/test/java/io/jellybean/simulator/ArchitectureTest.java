package io.jellybean.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theWorldOutsideKnowsNothingOfWhoWatchesIt() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("io.jellybean.simulator", "java..", "javax.imageio..", "org.jspecify.."))
                .because("a truth that shares code with what is measured against it is none")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.jellybean.simulator"));
    }
}
