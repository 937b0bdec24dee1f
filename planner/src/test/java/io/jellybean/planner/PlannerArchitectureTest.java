package io.jellybean.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PlannerArchitectureTest {

    private static final JavaClasses PLANNER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jellybean.planner");

    @Test
    void onlyTheSolverKnowsOrTools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jellybean.planner.solver")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.ortools..")
                .because("another solver must be a matter of one package")
                .check(PLANNER);
    }

    @Test
    void theCheckDoesNotKnowTheSolver() {
        noClasses()
                .that()
                .resideInAPackage("io.jellybean.planner.check")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jellybean.planner.solver")
                .because("a check that shares code with what it checks repeats its mistakes")
                .check(PLANNER);
    }

    @Test
    void thePlannerDoesNotKnowJackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("only domain.io knows the format of files")
                .check(PLANNER);
    }

    @Test
    void baselinesAndCompilerDoNotKnowTheSolver() {
        noClasses()
                .that()
                .resideInAnyPackage("io.jellybean.planner.baseline", "io.jellybean.planner.compile")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jellybean.planner.solver")
                .because("they speak to a planner through its port")
                .check(PLANNER);
    }
}
