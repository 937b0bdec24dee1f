package io.jellybean.operators.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * ONNX Runtime's environment, one per JVM.
 *
 * <p>Left alone, ONNX Runtime unpacks its native libraries into a temporary directory that stays when the JVM ends: it asks
 * for the files to be deleted after the directory, and then the directory is not empty. Here the order is right.
 */
final class OnnxEnvironment {

    /** Where ONNX Runtime looks before it unpacks anything. */
    private static final String PATH_PROPERTY = "onnxruntime.native.path";

    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");
    private static final OrtEnvironment ENVIRONMENT = load();

    private OnnxEnvironment() {}

    static OrtEnvironment get() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment load() {
        if (System.getProperty(PATH_PROPERTY) != null || !LIBRARIES.stream().allMatch(OnnxEnvironment::isPackaged)) {
            return OrtEnvironment.getEnvironment();
        }
        Path directory = unpack();
        System.setProperty(PATH_PROPERTY, directory.toString());
        try {
            return OrtEnvironment.getEnvironment();
        } finally {
            System.clearProperty(PATH_PROPERTY);
            deleteWhatIsLoaded(directory);
        }
    }

    private static Path unpack() {
        try {
            Path directory = Files.createTempDirectory("jellybean-onnxruntime-");
            directory.toFile().deleteOnExit(); // last in, first out: after its files
            for (String library : LIBRARIES) {
                Path file = directory.resolve(System.mapLibraryName(library));
                file.toFile().deleteOnExit();
                try (InputStream packaged = OrtEnvironment.class.getResourceAsStream(resource(library))) {
                    Files.copy(packaged, file);
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("ONNX Runtime's native libraries cannot be unpacked", e);
        }
    }

    /** Where the system allows it: then nothing is left even if the JVM is killed. */
    private static void deleteWhatIsLoaded(Path directory) {
        for (String library : LIBRARIES) {
            directory.resolve(System.mapLibraryName(library)).toFile().delete();
        }
        directory.toFile().delete();
    }

    private static boolean isPackaged(String library) {
        return OrtEnvironment.class.getResource(resource(library)) != null;
    }

    /** Where the jar of ONNX Runtime keeps a library for this machine. */
    private static String resource(String library) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String os = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return "native/%s-%s/%s".formatted(os, arch, System.mapLibraryName(library));
    }
}
