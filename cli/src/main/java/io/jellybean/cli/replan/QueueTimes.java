package io.jellybean.cli.replan;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.MetricSummary;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.Vertex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the last thousand records waited for an operator, from their sending, network included.
 *
 * @param medianMillis the mean of the subtasks' medians
 * @param p99Millis the greatest of the subtasks' 99th percentiles
 */
record QueueTimes(double medianMillis, double p99Millis) {

    private static final String MEDIAN = ".queueMillis_median";
    private static final String P99 = ".queueMillis_p99";

    /** Of each operator on each group that has served something. */
    static Map<Placement, QueueTimes> of(FlinkRest flink, DeployedJob deployed) {
        Map<Placement, QueueTimes> times = new HashMap<>();
        JobSpec spec = JobSpecCompiler.compile(deployed.plan());
        Job job = flink.job(deployed.id());
        for (Operator operator : deployed.plan().workflow().operators()) {
            List<Vertex> vertices = spec.verticesOf(operator.id());
            List<Placement> placements = deployed.plan().plan().placementsOf(operator.id());
            for (int i = 0; i < vertices.size(); i++) { // in the same order
                String vertex = job.vertexOf(vertices.get(i).uid()).id();
                Map<String, MetricSummary> values = values(flink, job.id(), vertex);
                if (!values.isEmpty()) {
                    times.put(placements.get(i), of(values));
                }
            }
        }
        return times;
    }

    private static Map<String, MetricSummary> values(FlinkRest flink, String job, String vertex) {
        List<String> names = flink.metrics().names(job, vertex).stream()
                .filter(name -> name.endsWith(MEDIAN) || name.endsWith(P99))
                .toList();
        return flink.metrics().values(job, vertex, names);
    }

    private static QueueTimes of(Map<String, MetricSummary> values) {
        double median = 0;
        double p99 = 0;
        for (Map.Entry<String, MetricSummary> each : values.entrySet()) {
            if (each.getKey().endsWith(MEDIAN)) {
                median = each.getValue().mean();
            } else {
                p99 = each.getValue().max();
            }
        }
        return new QueueTimes(median, p99);
    }
}
