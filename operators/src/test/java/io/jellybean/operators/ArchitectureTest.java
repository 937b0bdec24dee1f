package io.jellybean.operators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jellybean.operators");

    @Test
    void onlyOnnxKnowsOnnxRuntime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jellybean.operators.onnx..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .because("the runtime can be exchanged, and natives be closed, only where they are all in sight")
                .check(CLASSES);
    }

    @Test
    void operatorsDoNotReachBehindTheInferencePort() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..vision..",
                        "..speech..",
                        "..tracking..",
                        "..association..",
                        "..questions..",
                        "..step..",
                        "..scoring..",
                        "..assignment..",
                        "..inference..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.jellybean.operators.onnx..")
                .because("operators run networks through a port, so that they can be tested without a runtime")
                .check(CLASSES);
    }

    @Test
    void noOperatorKnowsWhereItRuns() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "com.google.ortools..")
                .because("the same operator runs in a stream job, in the profiler and in a test")
                .check(CLASSES);
    }

    @Test
    void visionKnowsNeitherTrackingNorScoring() {
        noClasses()
                .that()
                .resideInAPackage("..vision..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..tracking..", "..scoring..")
                .because("seeing comes before following, and both before judging")
                .check(CLASSES);
    }

    @Test
    void associationKnowsOnlyAssignment() {
        noClasses()
                .that()
                .resideInAPackage("..association..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..vision..", "..tracking..", "..scoring..", "..inference..", "io.jellybean.domain..")
                .because("any tracker's output can be associated across cameras, whatever saw it")
                .check(CLASSES);
    }

    @Test
    void theTrackerIsNotJudgedByItself() {
        noClasses()
                .that()
                .resideInAPackage("..scoring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..tracking..", "..association..")
                .because("a score must hold for any tracker's output")
                .check(CLASSES);
    }
}
