package io.jellybean.cli.deploy;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.JobSummary;
import io.jellybean.domain.io.PlanFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The jobs of a cluster that serve plans. A job carries its plan, so that nobody has to keep the file. */
public final class DeployedJobs {

    private final FlinkRest flink;

    public DeployedJobs(FlinkRest flink) {
        this.flink = flink;
    }

    /** Those that have not ended. */
    public List<DeployedJob> all() {
        return flink.jobs().stream()
                .filter(job -> !job.state().isTerminal())
                .flatMap(job -> deployed(job).stream())
                .toList();
    }

    /** That of a workflow, if there is one. */
    public Optional<DeployedJob> of(String workflow) {
        return all().stream().filter(job -> job.workflow().equals(workflow)).findFirst();
    }

    /**
     * That of a workflow, or the only one.
     *
     * @param workflow empty: whichever there is
     * @throws CommandFailedException if there is none, or several to choose from
     */
    public DeployedJob the(String workflow) {
        List<DeployedJob> jobs = all();
        List<DeployedJob> fitting = jobs.stream()
                .filter(job -> workflow.isEmpty() || job.workflow().equals(workflow))
                .toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String running = jobs.stream().map(DeployedJob::workflow).collect(Collectors.joining(", "));
        throw new CommandFailedException(
                jobs.isEmpty()
                        ? "no job of a plan runs at %s. Maybe start one: jellybean submit --plan plan.json"
                                .formatted(flink.address())
                        : "jobs of these workflows run at %s: %s. Maybe name one with --id"
                                .formatted(flink.address(), running));
    }

    private Optional<DeployedJob> deployed(JobSummary job) {
        Map<String, String> parameters = flink.parameters(job.id());
        String plan = parameters.get("plan");
        String kafka = parameters.get("kafka");
        return plan == null || kafka == null
                ? Optional.empty()
                : Optional.of(new DeployedJob(
                        job.id(),
                        job.state(),
                        PlanFile.parseDeployable("plan of job %s.json".formatted(job.id()), plan),
                        kafka));
    }
}
