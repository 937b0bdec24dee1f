package io.jellybean.cli.cluster.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Small main classes that stand for Flink and Kafka, and the commands that start them. */
final class Children {

    private Children() {}

    /** Prints what it is told to and stays until it is ended. */
    public static final class Patient {
        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("ready");
            Thread.sleep(600_000);
        }
    }

    /** Dies with a stack trace, as a server does whose port is taken. */
    public static final class Doomed {
        public static void main(String[] arguments) {
            System.out.println("INFO starting");
            throw new IllegalStateException("the port 9092 is taken");
        }
    }

    /** Does not end when it is asked to. */
    public static final class Stubborn {
        public static void main(String[] arguments) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }));
            System.out.println("ready");
            Thread.sleep(600_000);
        }
    }

    /** Starts a child of its own, prints its process id and its directory, and waits to be killed. */
    public static final class Parent {
        public static void main(String[] arguments) throws InterruptedException {
            ChildProcesses children = new ChildProcesses(Path.of(arguments[0]));
            ChildProcess child = children.start(command("patient", Patient.class));
            System.out.println(child.pid() + " " + children.directory().path());
            Thread.sleep(600_000);
        }
    }

    static JvmCommand command(String name, Class<?> mainClass) {
        return new JvmCommand(
                name,
                mainClass.getName(),
                List.of(testClasses()),
                List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
                List.of());
    }

    static BooleanSupplier hasPrinted(ChildProcess child, String word) {
        return () -> LogTail.lastMeaningfulLine(child.log()).contains(word);
    }

    /** Test classes and main classes: a parent needs both. */
    static String bothClassPaths() {
        return testClasses() + File.pathSeparator + locationOf(ChildProcesses.class);
    }

    private static Path testClasses() {
        return locationOf(Children.class);
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
