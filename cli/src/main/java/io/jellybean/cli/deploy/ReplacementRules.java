package io.jellybean.cli.deploy;

import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold between two plans, so that a job of the one can go on with the state of the other. */
record ReplacementRules(DeployablePlan old, DeployablePlan next) {

    /** Every broken rule, with the fix; empty if none is. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        if (old.maxParallelism() != next.maxParallelism()) {
            broken.add(
                    "the running job's state is cut into %d key groups, but the new plan says maxParallelism %d. Maybe keep %d"
                            .formatted(old.maxParallelism(), next.maxParallelism(), old.maxParallelism()));
        }
        Set<String> kept = stateful(JobSpecCompiler.compile(next)).collect(Collectors.toSet());
        List<String> lost = stateful(JobSpecCompiler.compile(old))
                .filter(uid -> !kept.contains(uid))
                .toList();
        if (!lost.isEmpty()) {
            broken.add(
                    "the new plan has no vertex for the state of %s, which would be lost. Maybe keep those ids in the workflow; or cancel the job, and submit the plan without its state"
                            .formatted(String.join(", ", lost)));
        }
        return broken;
    }

    /** Positions of sources, numbers of frames, what operators remember, open transactions. */
    private static Stream<String> stateful(JobSpec job) {
        Stream<Vertex> operators = job.operators().stream()
                .filter(vertex -> job.workflow().operator(vertex.node()).stateful());
        return Stream.of(job.sources().stream(), job.ingests().stream(), operators, job.sinks().stream())
                .flatMap(vertices -> vertices)
                .map(Vertex::uid);
    }
}
