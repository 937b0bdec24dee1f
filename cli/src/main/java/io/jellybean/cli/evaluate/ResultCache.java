package io.jellybean.cli.evaluate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * Results on disk, each under the hash of all that decides it. A result is written beside its place and then moved there, so
 * that one that is found is whole, whenever a run was broken off.
 */
final class ResultCache {

    private final Path folder;
    private int found;
    private int computed;

    ResultCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The result of that key, computed if it is not there.
     *
     * @param key all that decides the result: what is done, with which model, on what, with which settings
     */
    byte[] get(List<String> key, Supplier<byte[]> compute) {
        Path file = folder.resolve(sha256(String.join("\n", key).getBytes(StandardCharsets.UTF_8)) + ".bin");
        try {
            if (Files.exists(file)) {
                byte[] result = Files.readAllBytes(file);
                found++;
                return result;
            }
            byte[] result = compute.get();
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "unfinished-", ".tmp");
            try {
                Files.write(beside, result);
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            computed++;
            return result;
        } catch (IOException unusable) {
            throw new UncheckedIOException("the folder %s cannot be used".formatted(folder), unusable);
        }
    }

    /** Results that were there already. */
    int found() {
        return found;
    }

    /** Results that had to be computed. */
    int computed() {
        return computed;
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
