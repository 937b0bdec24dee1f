package io.jellybean.jobs.kafka;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.internals.Sender;
import org.apache.kafka.common.utils.KafkaThread;

/**
 * Clients that nobody holds any more: a writer whose start fails, or is cancelled, leaves its producers and its admin client running,
 * and the connector gives no way to them but their threads.
 */
final class ForgottenClients {

    private final ClassLoader ofTheJob = Thread.currentThread().getContextClassLoader();
    private final Set<Thread> threadsBefore;

    private ForgottenClients(Set<Thread> threadsBefore) {
        this.threadsBefore = threadsBefore;
    }

    /** Remembers which clients there are before a start. */
    static ForgottenClients before() {
        return new ForgottenClients(new HashSet<>(Thread.getAllStackTraces().keySet()));
    }

    /** Ends those that this job has started since then; a start that fails ends the whole job. */
    void end() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread instanceof KafkaThread
                    && thread.getContextClassLoader() == ofTheJob
                    && !threadsBefore.contains(thread)) {
                end(field(thread, Thread.class, "target"));
            }
        }
    }

    private static void end(Object work) {
        if (work instanceof Sender sender) {
            sender.forceClose();
            return;
        }
        for (Field field : Arrays.asList(work.getClass().getDeclaredFields())) {
            if (Admin.class.isAssignableFrom(field.getType())
                    && field(work, work.getClass(), field.getName()) instanceof Admin admin) {
                admin.close(Duration.ZERO);
            }
        }
    }

    private static Object field(Object of, Class<?> declaring, String name) {
        try {
            Field field = declaring.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException unknown) {
            throw new FlinkRuntimeException("%s has no field %s".formatted(declaring, name), unknown);
        }
    }
}
