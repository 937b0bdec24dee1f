package io.jellybean.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.jellybean.cli.cluster.process.TetheredMain;
import io.jellybean.jobs.security.SecurityFolder;
import io.jellybean.jobs.spec.WorkerMemory;
import org.junit.jupiter.api.Test;

/** Which package may know which. */
final class ArchitectureTest {

    private static final String CLUSTER = "io.jellybean.cli.cluster..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.jellybean.cli");

    @Test
    void theClusterKnowsNoClassOfFlink() {
        noClasses()
                .that()
                .resideInAPackage(CLUSTER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .because("command line and Flink meet only over processes and REST, so their class paths never mix")
                .check(CLASSES);
    }

    @Test
    void theClusterKnowsNoPlanAndNoJob() {
        noClasses()
                .that()
                .resideInAPackage(CLUSTER)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.jellybean.domain..",
                                "io.jellybean.planner..",
                                "io.jellybean.operators..",
                                "io.jellybean.jobs..",
                                "io.jellybean.simulator..")
                        .and(not(equivalentTo(WorkerMemory.class)))
                        .and(not(equivalentTo(SecurityFolder.class))))
                .because("starting processes must stay usable for whatever is deployed on them; only how a worker's "
                        + "memory is cut into slots, and what is trusted, must be the same on both sides")
                .check(CLASSES);
    }

    @Test
    void onlyTheKafkaPackageKnowsKafkasClients() {
        noClasses()
                .that()
                .resideInAPackage(CLUSTER)
                .and()
                .resideOutsideOfPackage("io.jellybean.cli.cluster.kafka")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .because("a process, a port or a REST call is the same whatever runs beside it")
                .check(CLASSES);
    }

    @Test
    void onlyTheRestPackageSpeaksHttpAndJson() {
        noClasses()
                .that()
                .resideInAPackage(CLUSTER)
                .and()
                .resideOutsideOfPackage("io.jellybean.cli.cluster.rest")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "com.fasterxml.jackson..")
                .because("Flink's answers become records at the border")
                .check(CLASSES);
    }

    @Test
    void processesAndRestKnowNothingAboveThem() {
        noClasses()
                .that()
                .resideInAnyPackage("io.jellybean.cli.cluster.process", "io.jellybean.cli.cluster.rest")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.jellybean.cli.cluster", "io.jellybean.cli.cluster.flink", "io.jellybean.cli.cluster.kafka")
                .because("they are the ground that the cluster stands on")
                .check(CLASSES);
    }

    @Test
    void theMainClassOfChildrenUsesOnlyTheJdk() {
        classes()
                .that()
                .areAssignableTo(TetheredMain.class)
                .should()
                .onlyDependOnClassesThat(describe(
                        "are the JDK's or itself",
                        type -> type.getPackageName().startsWith("java.") || type.isEquivalentTo(TetheredMain.class)))
                .because("only this one class file is put on the child's class path")
                .check(CLASSES);
    }

    @Test
    void onlyTheVideoPackageKnowsJavaCv() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.jellybean.cli.video")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .because("it brings native libraries, and its failures spill the passwords of cameras")
                .check(CLASSES);
    }

    @Test
    void sourcesKnowNothingOfKafka() {
        noClasses()
                .that()
                .resideInAnyPackage("io.jellybean.cli.source", "io.jellybean.cli.video")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.jellybean.cli.kafka", "io.jellybean.cli.feed")
                .because("where frames come from has nothing to do with where they go")
                .check(CLASSES);
    }
}
