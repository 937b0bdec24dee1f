package io.jellybean.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jellybean.jobs");

    @Test
    void theSpecificationIsPlainData() {
        noClasses()
                .that()
                .resideInAnyPackage("io.jellybean.jobs.spec", "io.jellybean.jobs.model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..")
                .because("the command line reads it without Flink on its class path")
                .check(CLASSES);
    }

    @Test
    void onlyTheKafkaPackageKnowsTheConnector() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jellybean.jobs.kafka")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka.source.reader..")
                .because("another broker must be a matter of one package")
                .check(CLASSES);
    }

    @Test
    void stagesDoNotKnowWhereTheyStand() {
        noClasses()
                .that()
                .resideInAnyPackage("io.jellybean.jobs.stage", "io.jellybean.jobs.routing", "io.jellybean.jobs.record")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.jellybean.jobs.graph",
                        "io.jellybean.jobs.spec",
                        "io.jellybean.jobs.kafka",
                        "io.jellybean.domain.plan",
                        "io.jellybean.domain.infrastructure")
                .because("the same stage runs in any tier of any plan")
                .check(CLASSES);
    }

    @Test
    void networksRunBehindTheOperators() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..", "com.fasterxml.jackson..", "com.google.ortools..")
                .because("operators.onnx, domain.io and planner.solver are where these are known")
                .check(CLASSES);
    }
}
