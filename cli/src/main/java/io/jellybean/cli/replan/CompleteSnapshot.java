package io.jellybean.cli.replan;

import io.jellybean.cli.deploy.DeploymentFailedException;
import io.jellybean.planner.replan.JobMetrics;
import io.jellybean.planner.replan.MetricSnapshot;

/** All that is measured of a job, or why not all of it is. */
final class CompleteSnapshot {

    private CompleteSnapshot() {}

    /**
     * What the job has counted until now.
     *
     * @throws DeploymentFailedException if it does not run, or does not tell everything yet
     */
    static MetricSnapshot of(JobMetrics job) throws InterruptedException {
        MetricSnapshot snapshot = job.snapshot();
        if (!snapshot.runs()) {
            throw new DeploymentFailedException(
                    "the job does not run, so nothing can be measured. Maybe look why: jellybean cluster status");
        }
        if (!snapshot.missing().isEmpty()) {
            throw new DeploymentFailedException(
                    "not everything can be measured yet: %s. Maybe try again in a few seconds"
                            .formatted(String.join(", ", snapshot.missing())));
        }
        return snapshot;
    }
}
