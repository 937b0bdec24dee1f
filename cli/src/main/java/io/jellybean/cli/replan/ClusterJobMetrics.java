package io.jellybean.cli.replan;

import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.MetricSummary;
import io.jellybean.cli.cluster.rest.Metrics;
import io.jellybean.cli.cluster.rest.TaskManager;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.kafka.TopicEnds;
import io.jellybean.domain.infrastructure.GroupId;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.plan.Placement;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Source;
import io.jellybean.jobs.record.WireSize;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.SlotGroup;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.stage.CpuQuota;
import io.jellybean.planner.replan.JobMetrics;
import io.jellybean.planner.replan.MetricSnapshot;
import io.jellybean.planner.replan.SourcePosition;
import io.jellybean.planner.replan.StageCounters;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a job of a plan counts, by Flink's REST interface, and how its topics grow, by the broker. Not thread-safe. */
public final class ClusterJobMetrics implements JobMetrics, AutoCloseable {

    private static final long REFRESH_MILLIS = 500;
    private static final String PENDING = "pendingRecords";
    private static final String BYTES_IN = "numBytesIn";
    private static final String RECORDS_OUT = "numRecordsOut";
    private static final String QUOTA = "cpuQuotaCores";
    private static final String SOURCE = "Source__";
    private static final List<String> OF_AN_OPERATOR =
            List.of("items", "computeNanos", "computeCpuNanos", "taskCpuNanos");

    private final FlinkRest flink;
    private final Clock clock;
    private final Infrastructure infrastructure;
    private final DeployedJob deployed;
    private final JobSpec spec;
    private final TopicEnds topics;
    private final Map<String, List<String>> namesByVertex = new HashMap<>();
    private final Map<String, Backlog> backlogBySource = new HashMap<>();

    /**
     * @param infrastructure whose workers are counted
     */
    public ClusterJobMetrics(FlinkRest flink, DeployedJob deployed, Infrastructure infrastructure, Clock clock) {
        this.flink = flink;
        this.clock = clock;
        this.infrastructure = infrastructure;
        this.deployed = deployed;
        this.spec = JobSpecCompiler.compile(deployed.plan());
        this.topics = new TopicEnds(deployed.kafka());
    }

    @Override
    public MetricSnapshot snapshot() throws InterruptedException {
        Optional<Job> job = flink.jobIfKnown(deployed.id());
        boolean runs = job.map(Job::runsCompletely).orElse(false);
        Map<GroupId, Integer> workers = workers();
        if (!runs) {
            namesByVertex.clear();
            backlogBySource.clear();
            return new MetricSnapshot(clock.instant(), false, List.of(), Map.of(), workers, List.of());
        }
        refresh(job.orElseThrow());
        Instant at = clock.instant();
        List<String> missing = new ArrayList<>();
        List<StageCounters> stages = stages(job.orElseThrow(), missing);
        Map<String, SourcePosition> sources = sources(job.orElseThrow(), missing);
        return new MetricSnapshot(at, true, missing, sources, workers, stages);
    }

    /** Flink answers at once with what it knows, and only then asks the workers: the answer to the next question is new. */
    private void refresh(Job job) throws InterruptedException {
        flink.metrics().names(job.id(), job.vertices().get(0).id());
        Thread.sleep(REFRESH_MILLIS);
    }

    @Override
    public void close() {
        topics.close();
    }

    private Map<GroupId, Integer> workers() {
        List<TaskManager> there = flink.taskManagers();
        Map<GroupId, Integer> workers = new TreeMap<>();
        for (WorkerGroup group : infrastructure.groups()) {
            List<String> offer = SlotGroup.externalResourcesOf(group.id());
            long count = there.stream()
                    .filter(worker ->
                            offer.stream().allMatch(name -> worker.total().externalAmount(name) >= 1))
                    .count();
            workers.put(group.id(), Math.toIntExact(count));
        }
        return workers;
    }

    private List<StageCounters> stages(Job job, List<String> missing) {
        List<StageCounters> stages = new ArrayList<>();
        for (Operator operator : deployed.plan().workflow().operators()) {
            List<Vertex> vertices = spec.verticesOf(operator.id());
            List<Placement> placements = deployed.plan().plan().placementsOf(operator.id());
            for (int i = 0; i < vertices.size(); i++) { // in the same order
                String uid = vertices.get(i).uid();
                GroupId group = placements.get(i).group();
                counters(job, uid, operator.id(), group).ifPresentOrElse(stages::add, () -> missing.add(uid));
            }
        }
        return stages;
    }

    private Optional<StageCounters> counters(Job job, String uid, String operator, GroupId group) {
        String vertex = job.vertexOf(uid).id();
        Map<String, MetricSummary> values = values(job.id(), vertex);
        if (!values.keySet().containsAll(OF_AN_OPERATOR)) {
            namesByVertex.remove(vertex); // a job that has just started does not know all of them yet
            return Optional.empty();
        }
        return Optional.of(new StageCounters(
                operator,
                group,
                whole(values, "items"),
                whole(values, "computeNanos"),
                whole(values, "computeCpuNanos"),
                whole(values, "taskCpuNanos"),
                coresPerSlot(values, group),
                bytesIn(values),
                vertex));
    }

    /** With what records are wrapped in, as a profile has it. */
    private static long bytesIn(Map<String, MetricSummary> values) {
        long records = whole(values, BYTES_IN);
        return records == 0 ? 0 : records + WireSize.ENVELOPE * whole(values, "items");
    }

    /** A job of an earlier release does not say what its workers may take. */
    private double coresPerSlot(Map<String, MetricSummary> values, GroupId group) {
        MetricSummary quota = values.get(QUOTA);
        int slots = infrastructure.group(group).map(WorkerGroup::slots).orElse(1);
        return quota == null ? 1 : CpuQuota.coresPerSlot(quota.mean(), slots);
    }

    private Map<String, SourcePosition> sources(Job job, List<String> missing) throws InterruptedException {
        Map<String, SourcePosition> positions = new TreeMap<>();
        for (Source source : deployed.plan().workflow().sources()) {
            String vertex = job.vertexOf("source-" + source.id()).id();
            Map<String, MetricSummary> values = values(job.id(), vertex);
            if (values.keySet().containsAll(List.of(PENDING, RECORDS_OUT))) {
                long arrived = topics.records(source.topic());
                long backlog = backlogBySource
                        .computeIfAbsent(source.id(), unknown -> new Backlog())
                        .after(arrived, whole(values, RECORDS_OUT), whole(values, PENDING));
                positions.put(source.id(), new SourcePosition(arrived, backlog));
            } else {
                namesByVertex.remove(vertex);
                missing.add("source-" + source.id());
            }
        }
        return positions;
    }

    /** The last word of each metric's name, with its values over all subtasks. */
    private Map<String, MetricSummary> values(String jobId, String vertex) {
        Metrics metrics = flink.metrics();
        List<String> names = namesByVertex.getOrDefault(vertex, List.of());
        if (names.isEmpty()) {
            names = metrics.names(jobId, vertex).stream()
                    .filter(ClusterJobMetrics::isWanted)
                    .toList();
            namesByVertex.put(vertex, names);
        }
        Map<String, MetricSummary> values = new HashMap<>();
        for (Map.Entry<String, MetricSummary> each :
                metrics.values(jobId, vertex, names).entrySet()) {
            values.put(lastWord(each.getKey()), each.getValue());
        }
        if (values.size() < names.size() || names.isEmpty()) {
            namesByVertex.remove(vertex); // not all of them are there yet
        }
        return values;
    }

    /** Bytes are those of the whole vertex, records those of the source in it: each operator has counters of these names. */
    private static boolean isWanted(String name) {
        String word = lastWord(name);
        return OF_AN_OPERATOR.contains(word)
                || word.equals(QUOTA)
                || word.equals(PENDING)
                || name.equals(BYTES_IN)
                || (word.equals(RECORDS_OUT) && name.startsWith(SOURCE));
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static long whole(Map<String, MetricSummary> values, String name) {
        MetricSummary summary = values.get(name);
        return summary == null ? 0 : Math.round(summary.sum());
    }
}
