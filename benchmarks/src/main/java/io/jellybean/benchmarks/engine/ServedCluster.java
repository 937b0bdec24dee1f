package io.jellybean.benchmarks.engine;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.Distribution;
import io.jellybean.cli.cluster.LocalCluster;
import io.jellybean.cli.cluster.LocalPorts;
import io.jellybean.cli.cluster.process.ChildProcess;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.JobState;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.deploy.Redeployment;
import io.jellybean.cli.deploy.RedeploymentJournal;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.layout.PlannedCluster;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A broker and a Flink cluster of one worker. */
final class ServedCluster implements AutoCloseable {

    private static final List<String> RESULTS = List.of("detections", "tracks", "vehicles", "answers", "rejected");

    private static final long BYTES_PER_KIBIBYTE = 1_024;

    private final JellyBeanHome home;
    private final OneWorkerPlan plan;
    private final Path folder;
    private final LocalCluster cluster;
    private final Topics topics;
    private boolean confined;

    /**
     * @param folder where it may write
     */
    ServedCluster(JellyBeanHome home, OneWorkerPlan plan, Path folder) throws InterruptedException {
        this.home = home;
        this.plan = plan;
        this.folder = folder;
        cluster = LocalCluster.start(
                Distribution.below(home.root()),
                PlannedCluster.taskManagers(plan.infrastructure()),
                LocalPorts.free(),
                folder.resolve("logs"));
        topics = new Topics(kafka());
        topics.ensure(RESULTS.stream().map(name -> Topic.results(name, 1)).toList());
    }

    /** Until it is closed the TaskManagers have the core of what is measured, and everything else has the other. */
    void confine() throws InterruptedException {
        confined = true;
        Cores.confine(ProcessHandle.current().pid(), Cores.OTHERS);
        Cores.confine(cluster.kafka().process().pid(), Cores.OTHERS);
        Cores.confine(cluster.flink().jobManager().pid(), Cores.OTHERS);
        for (long pid : workers()) {
            Cores.confine(pid, Cores.MEASURED);
        }
    }

    /** The topics that requests come from, each with the suffix. */
    void ensureSources(Served what, String suffix, int partitions) throws InterruptedException {
        List<String> names = what.sourceTopics();
        Stream<Topic> frames = Stream.of(Topic.frames(names.get(names.size() - 1) + suffix, partitions));
        Stream<Topic> questions = what.isAsked() ? Stream.of(Topic.questions(names.get(0) + suffix, 1)) : Stream.of();
        topics.ensure(Stream.concat(frames, questions).toList());
    }

    /** Puts so many requests into such topics. */
    void fill(Served what, String suffix, Requests requests, int count) throws InterruptedException {
        ensureSources(what, suffix, requests.partitions());
        try (Requests.Sending sending = requests.to(kafka(), what, suffix)) {
            sending.upTo(count);
        }
    }

    String kafka() {
        return cluster.kafka().bootstrapServers();
    }

    FlinkRest flink() {
        return cluster.flink().rest();
    }

    /** The TaskManagers. */
    List<Long> workers() {
        return cluster.flink().taskManagers().values().stream()
                .map(ChildProcess::pid)
                .toList();
    }

    /** What the worker holds of the machine's memory. */
    long residentBytes() throws IOException {
        long pid = cluster.flink().taskManagers().entrySet().stream()
                .filter(each -> each.getKey().contains(OneWorkerPlan.BOX))
                .findFirst()
                .orElseThrow()
                .getValue()
                .pid();
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KIBIBYTE)
                .findFirst()
                .orElseThrow();
    }

    /** The plan that serves it on a worker of this type. */
    DeployablePlan plan(Served what, String type, String suffix) {
        Workflow workflow = WorkflowFile.read(home.path("examples/%s/workflow.yaml".formatted(what.workflow())))
                .workflow();
        return plan.on(type, workflow, what.variants(), suffix);
    }

    /** Serves what comes to such topics. */
    Job submit(Served what, String suffix) throws InterruptedException {
        return new JobDeployment(flink(), home).submit(plan(what, OneWorkerPlan.BOX, suffix), kafka());
    }

    /** Moves a job to the worker of another type. */
    Job move(Job job, DeployablePlan from, DeployablePlan to) throws InterruptedException {
        try (RedeploymentJournal journal = RedeploymentJournal.open(
                folder.resolve("journal"), from.workflow().id())) {
            Redeployment.Outcome outcome = new Redeployment(flink(), home, journal)
                    .replace(new DeployedJob(job.id(), JobState.RUNNING, from, kafka()), to);
            if (outcome.whyRolledBack() != null) {
                throw new IllegalStateException("the job did not move: " + outcome.whyRolledBack());
            }
            return flink().job(outcome.jobId());
        }
    }

    /** Ends a job, and waits until it holds nothing any more. */
    void cancel(Job job) throws InterruptedException {
        flink().cancel(job.id());
        cluster.flink()
                .jobManager()
                .awaitReady(() -> flink().job(job.id()).state().isTerminal(), Duration.ofMinutes(1));
    }

    /** What this process starts next is confined no more. */
    @Override
    public void close() {
        cluster.close();
        if (confined) {
            try {
                Cores.release(ProcessHandle.current().pid());
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
