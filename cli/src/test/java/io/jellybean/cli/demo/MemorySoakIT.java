package io.jellybean.cli.demo;

import static io.jellybean.cli.demo.HandMadePlans.CLOUD;
import static io.jellybean.cli.demo.HandMadePlans.CORNER;
import static io.jellybean.cli.demo.HandMadePlans.EDGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.process.ChildProcess;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An hour of vehicle tracking, at the edge and in the cloud: its TaskManagers hold as much memory in the end as after five minutes. Prints
 * what they hold every five minutes. A heap has its size from the start, and the kernel gives it memory as it is touched: so it is looked at
 * by its live objects, and what is resident besides it apart.
 */
@Timeout(6_000)
@EnabledIfSystemProperty(named = "jellybean.soak", matches = "true")
final class MemorySoakIT {

    private static final int MINUTES = Integer.getInteger("jellybean.soak.minutes", 60);
    private static final int FRAMES_PER_MINUTE = 1_800;
    private static final int BETWEEN_LOOKS_MINUTES = 5;

    /** Of so many looks the least counts: frames on their way are live objects, too. */
    private static final int LOOKS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long KIB = 1_024;
    private static final long MIB = KIB * KIB;

    /** A third of a kilobyte of each frame; frames on their way make a difference of some ten megabytes from look to look. */
    private static final long MOST_HEAP_GROWTH_BYTES = 32 * MIB;

    private static final double MOST_GROWTH_BESIDES = 0.05;

    /** One of the two generations of the serial collector: how much of it is used, and its addresses. */
    private static final Pattern GENERATION =
            Pattern.compile("generation +total \\d+K, used (\\d+)K \\[0x(\\w+), 0x\\w+, 0x(\\w+)\\)");

    private static final Pattern MAPPING = Pattern.compile("(\\w+)-(\\w+) .*");
    private static final Pattern RESIDENT = Pattern.compile("Rss: +(\\d+) kB");

    /**
     * What a process holds.
     *
     * @param residentBytes of the machine's memory
     * @param residentHeapBytes of that, the part of the heap that was ever touched
     * @param liveHeapBytes after a full collection
     */
    private record Memory(long residentBytes, long residentHeapBytes, long liveHeapBytes) {

        /** Code, classes, stacks, network buffers, models and what they compute with. */
        long besidesHeapBytes() {
            return residentBytes - residentHeapBytes;
        }

        @Override
        public String toString() {
            return "%d MiB resident: heap %d, of which %d are live objects, and %d besides"
                    .formatted(
                            residentBytes / MIB,
                            residentHeapBytes / MIB,
                            liveHeapBytes / MIB,
                            besidesHeapBytes() / MIB);
        }
    }

    @Test
    void holdsNoMoreMemoryAfterAnHour(@TempDir Path folder) throws Exception {
        Workflow workflow = WorkflowFile.read(
                        Path.of("../examples/vehicle-tracking/workflow.yaml").toAbsolutePath())
                .workflow();
        Map<String, String> variants = new TreeMap<>(HandMadePlans.lastVariants(workflow));
        variants.put("detect", "vehicle-detector-s");
        variants.put("embed", "vehicle-embedding-s");
        try (StreetCorner corner = StreetCorner.start(CORNER, folder);
                CommittedResults tracks = CommittedResults.follow(corner.kafka(), "tracks")) {
            new JobDeployment(corner.flink(), JellyBeanHome.ofThisBuild())
                    .submit(
                            HandMadePlans.on(CORNER, workflow, EDGE, Map.of(EDGE, 1, CLOUD, 1), variants),
                            corner.kafka());
            Map<String, List<Memory>> looks = new TreeMap<>();
            try (LiveStreet street = LiveStreet.play(corner.kafka())) {
                for (int minute = BETWEEN_LOOKS_MINUTES; minute <= MINUTES; minute += BETWEEN_LOOKS_MINUTES) {
                    street.awaitSent(BETWEEN_LOOKS_MINUTES * FRAMES_PER_MINUTE);
                    look(corner, minute, looks);
                }
                Map<String, Integer> sent = street.end();
                tracks.await(sent.values().stream().mapToInt(Integer::intValue).sum(), PATIENCE);
                tracks.requireEachFrameOnce(sent);
            }
            assertThat(looks).hasSize(3).allSatisfy((taskManager, each) -> {
                List<Memory> first = each.subList(0, LOOKS);
                List<Memory> last = each.subList(each.size() - LOOKS, each.size());
                assertThat(least(last, Memory::liveHeapBytes))
                        .as("live objects")
                        .isLessThan(least(first, Memory::liveHeapBytes) + MOST_HEAP_GROWTH_BYTES);
                assertThat((double) least(last, Memory::besidesHeapBytes))
                        .as("besides the heap")
                        .isLessThan(least(first, Memory::besidesHeapBytes) * (1 + MOST_GROWTH_BESIDES));
            });
        }
    }

    private static long least(List<Memory> looks, ToLongFunction<Memory> bytes) {
        return looks.stream().mapToLong(bytes).min().orElseThrow();
    }

    private static void look(StreetCorner corner, int minute, Map<String, List<Memory>> looks)
            throws IOException, InterruptedException {
        for (Map.Entry<String, ChildProcess> each :
                corner.cluster().flink().taskManagers().entrySet()) {
            Memory memory = memory(each.getValue().pid());
            looks.computeIfAbsent(each.getKey(), first -> new ArrayList<>()).add(memory);
            System.out.printf("minute %d, %s: %s%n", minute, each.getKey(), memory);
        }
    }

    private static Memory memory(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher generation = GENERATION.matcher(jcmd(pid, "GC.heap_info"));
        long liveBytes = 0;
        long heapStart = Long.MAX_VALUE;
        long heapEnd = 0;
        while (generation.find()) {
            liveBytes += Long.parseLong(generation.group(1)) * KIB;
            heapStart = Math.min(heapStart, Long.parseUnsignedLong(generation.group(2), 16));
            heapEnd = Math.max(heapEnd, Long.parseUnsignedLong(generation.group(3), 16));
        }
        long residentBytes = 0;
        long heapBytes = 0;
        boolean ofHeap = false;
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps"))) {
            Matcher mapping = MAPPING.matcher(line);
            Matcher resident = RESIDENT.matcher(line);
            if (mapping.matches()) {
                ofHeap = Long.compareUnsigned(Long.parseUnsignedLong(mapping.group(1), 16), heapStart) >= 0
                        && Long.compareUnsigned(Long.parseUnsignedLong(mapping.group(2), 16), heapEnd) <= 0;
            } else if (resident.matches()) {
                long bytes = Long.parseLong(resident.group(1)) * KIB;
                residentBytes += bytes;
                heapBytes += ofHeap ? bytes : 0;
            }
        }
        assertThat(heapBytes).isPositive();
        return new Memory(residentBytes, heapBytes, liveBytes);
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        command))
                .start();
        String said = jcmd.inputReader().lines().reduce("", (all, line) -> all + line + "\n");
        assertThat(jcmd.waitFor()).as(said).isZero();
        return said;
    }
}
