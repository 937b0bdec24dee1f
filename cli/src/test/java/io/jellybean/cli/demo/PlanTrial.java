package io.jellybean.cli.demo;

import io.jellybean.cli.kafka.TopicEnds;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.plan.DeployablePlan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Serves plans in the containers of unequal tiers, one after the other, and measures what becomes of them. */
final class PlanTrial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final double FRAMES_AT_PACE_1 = 30;
    private static final double FULL_PACE = 45;
    private static final int PARTITIONS = 2;

    private final ContainerStreet street;
    private final Infrastructure tiers;
    private final ServingSite site;
    private final TopicEnds topics;

    /** Gives each worker its part of a core. */
    PlanTrial(ContainerStreet street, Infrastructure tiers) throws IOException, InterruptedException {
        this.street = street;
        this.tiers = tiers;
        this.site = new ServingSite(street.flink(), street.kafka(), ContainerStreet.KAFKA_OF_JOBS, PATIENCE);
        this.topics = new TopicEnds(street.kafka());
        site.ensureTopics();
        for (WorkerGroup group : tiers.groups()) {
            street.limitCpu(service(group), cores(group));
        }
    }

    /** In how many periods each worker wanted more than its limit until now. */
    Map<String, Long> throttledByWorker() throws IOException, InterruptedException {
        Map<String, Long> throttled = new TreeMap<>();
        for (WorkerGroup group : tiers.groups()) {
            throttled.put(service(group), CpuUse.of(street, service(group)).throttled());
        }
        return throttled;
    }

    @Override
    public void close() {
        topics.close();
    }

    /** Until its code is compiled a job lags; it is measured when it has caught up. */
    ServedPlan serve(String planners, DeployablePlan plan, double framesPerSecond) throws Exception {
        return serve(planners, plan, framesPerSecond, framesPerSecond);
    }

    /** Once it has caught up with one rate, a job gets another, and is measured when that has come for half a minute. */
    ServedPlan serve(String planners, DeployablePlan plan, double framesPerSecond, double then) throws Exception {
        AtomicBoolean caughtUp = new AtomicBoolean();
        String job = start(plan);
        try (LiveStreet cameras = LiveStreet.playWhatWasProfiled(
                street.kafka(),
                UnequalTiers.FRAMES,
                every(framesPerSecond),
                seconds -> (caughtUp.get() ? then : framesPerSecond) / FRAMES_AT_PACE_1)) {
            Run run = catchUp(cameras, framesPerSecond);
            caughtUp.set(true);
            if (then != framesPerSecond) {
                cameras.awaitSent((int) Math.round(then * FIRST.toSeconds()));
            }
            return measured(planners, plan, then, run);
        } finally {
            site.cancel(job);
        }
    }

    /** Of the frames that cameras would take at their full pace. */
    private static int every(double framesPerSecond) {
        return (int) Math.max(1, Math.round(FULL_PACE / framesPerSecond));
    }

    private Run catchUp(LiveStreet cameras, double framesPerSecond) throws InterruptedException {
        Run run = new Run(cameras, topics.records("tracks"));
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        cameras.awaitSent((int) Math.round(framesPerSecond * FIRST.toSeconds()));
        while (cameras.sent() - served(run) > framesPerSecond && System.nanoTime() < giveUpAt) {
            Thread.sleep(500);
        }
        return run;
    }

    private String start(DeployablePlan plan) throws Exception {
        forgetFrames();
        return site.submit(plan);
    }

    private ServedPlan measured(String planners, DeployablePlan plan, double framesPerSecond, Run run)
            throws Exception {
        Counts before = count(run);
        Thread.sleep(MEASURED.toMillis());
        Counts after = count(run);
        Duration over = Duration.ofNanos(after.atNanos() - before.atNanos());
        Map<String, Double> cpuByGroup = new TreeMap<>();
        for (WorkerGroup group : tiers.groups()) {
            String id = group.id().toString();
            double taken = after.cpuSeconds().getOrDefault(id, 0.0)
                    - before.cpuSeconds().getOrDefault(id, 0.0);
            cpuByGroup.put(id, taken / (over.toNanos() / 1e9) / cores(group));
        }
        ServedPlan result = new ServedPlan(
                planners,
                plan,
                framesPerSecond,
                over,
                after.sent() - before.sent(),
                after.served() - before.served(),
                new ServedPlan.Waiting(before.sent() - before.served(), after.sent() - after.served()),
                after.links().perSecondSince(before.links()),
                cpuByGroup);
        System.out.println(ServedPlan.table(List.of(result)));
        return result;
    }

    private record Run(LiveStreet cameras, long tracksBefore) {}

    private record Counts(LinkBytes links, Map<String, Double> cpuSeconds, long atNanos, long sent, long served) {}

    /** Always in the same order, as counting takes some seconds. */
    private Counts count(Run run) throws IOException, InterruptedException {
        LinkBytes links = LinkBytes.now(street, tiers);
        Map<String, Double> cpu = cpuSeconds();
        long served = served(run);
        return new Counts(links, cpu, System.nanoTime(), run.cameras().sent(), served);
    }

    private long served(Run run) throws InterruptedException {
        return topics.records("tracks") - run.tracksBefore();
    }

    private Map<String, Double> cpuSeconds() throws IOException, InterruptedException {
        Map<String, Double> seconds = new TreeMap<>();
        for (WorkerGroup group : tiers.groups()) {
            seconds.put(group.id().toString(), CpuUse.of(street, service(group)).seconds());
        }
        return seconds;
    }

    /** A job begins with the oldest frame that there is. */
    private void forgetFrames() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, street.kafka()))) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition("frames", partition))
                    .toList();
            Map<TopicPartition, RecordsToDelete> all = admin
                    .listOffsets(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(all).all().get();
        }
    }

    private static String service(WorkerGroup group) {
        return "%s-%s-1".formatted(group.tier(), group.type());
    }

    private static double cores(WorkerGroup group) {
        return UnequalTiers.CORES_BY_TYPE.getOrDefault(group.type(), 1.0);
    }
}
