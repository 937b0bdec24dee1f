package io.jellybean.cli.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Results on disk, each under the hash of all that decides it. A result is written beside its place and then moved there, so
 * that one that is found is whole, whenever a run was broken off.
 */
final class ResultCache {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Path folder;
    private final Map<Path, Cost> costByFile = new LinkedHashMap<>();
    private int found;
    private int computed;
    private double spentSeconds;

    private record Cost(List<String> workers, double seconds) {}

    ResultCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The result of that key, computed if it is not there.
     *
     * @param workers the variants that it is a result of
     * @param key all that decides the result: what is done, with which model, on what, with which settings
     */
    byte[] get(List<String> workers, List<String> key, Supplier<byte[]> compute) {
        Path file = folder.resolve(sha256(String.join("\n", key).getBytes(StandardCharsets.UTF_8)) + ".bin");
        try {
            if (costByFile.containsKey(file)) {
                return content(file);
            }
            if (Files.exists(file)) {
                found++;
            } else {
                compute(file, compute);
            }
            costByFile.put(
                    file,
                    new Cost(workers, ByteBuffer.wrap(Files.readAllBytes(file)).getDouble()));
            return content(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException("the folder %s cannot be used".formatted(folder), unusable);
        }
    }

    private static byte[] content(Path file) throws IOException {
        byte[] stored = Files.readAllBytes(file);
        return Arrays.copyOfRange(stored, Double.BYTES, stored.length);
    }

    /** The result is stored with the seconds that it took. */
    private void compute(Path file, Supplier<byte[]> compute) throws IOException {
        long start = System.nanoTime();
        byte[] result = compute.get();
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, "unfinished-", ".tmp");
        try {
            Files.write(
                    beside,
                    ByteBuffer.allocate(Double.BYTES + result.length)
                            .putDouble(seconds)
                            .put(result)
                            .array());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
        computed++;
        spentSeconds += seconds;
    }

    /** Results that were there already. */
    int found() {
        return found;
    }

    /** Results that had to be computed. */
    int computed() {
        return computed;
    }

    /** What was spent on them in this run. */
    double spentSeconds() {
        return spentSeconds;
    }

    /** What all results took when they were computed, each once. */
    double onceSeconds() {
        return costByFile.values().stream().mapToDouble(Cost::seconds).sum();
    }

    /** What they would have taken, had each combination of variants computed all of its own. */
    double withoutSharingSeconds(List<List<String>> combinations) {
        return costByFile.values().stream()
                .mapToDouble(cost -> cost.seconds()
                        * combinations.stream()
                                .filter(combination -> combination.containsAll(cost.workers()))
                                .count())
                .sum();
    }

    /** 64 hexadecimal digits. */
    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
