package io.jellybean.cli.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Calls another main class and halts the JVM as soon as standard input ends. Standard input is a pipe that only the
 * parent holds open, so it ends when the parent is gone, however it went: no signal handler sees a SIGKILL.
 *
 * <p>This class file alone is copied onto the child's class path: it may use nothing but the JDK and have no nested
 * classes.
 */
public final class TetheredMain {

    /** The system property with the directory that is removed when the parent is gone. */
    static final String DIRECTORY_PROPERTY = "jellybean.run.directory";

    /** The exit code of a child that lost its parent. */
    static final int PARENT_GONE = 75;

    private static final int DELETION_ATTEMPTS = 20;

    private TetheredMain() {}

    /** The first argument names the main class, the others are its own. */
    public static void main(String[] arguments)
            throws ClassNotFoundException, NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        Thread tether = new Thread(TetheredMain::haltAtEndOfInput, "tether");
        tether.setDaemon(true);
        tether.start();
        String[] own = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) own);
    }

    private static void haltAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes: whatever comes is skipped.
            }
        } catch (IOException brokenPipe) {
            // As good as the end.
        }
        String directory = System.getProperty(DIRECTORY_PROPERTY);
        if (directory != null) {
            removeThoughSiblingsStillWrite(Path.of(directory));
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }

    private static void removeThoughSiblingsStillWrite(Path directory) {
        for (int attempt = 0; attempt < DELETION_ATTEMPTS && Files.exists(directory); attempt++) {
            try (Stream<Path> tree = Files.walk(directory)) {
                List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException changedMeanwhile) {
                // A sibling added or removed something: look again.
            }
        }
    }
}
