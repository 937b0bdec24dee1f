package io.jellybean.cli.kafka;

import io.jellybean.cli.CommandFailedException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of one broker: creates those that are missing and checks those that are there. */
public final class Topics {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private final String bootstrapServers;

    public Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Creates the topics that are missing, with as many replicas as the broker gives by default, and waits until they take records.
     *
     * @throws CommandFailedException if no broker answers, or a topic that is already there does not fit
     */
    public void ensure(List<Topic> topics) throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> there = answer(admin.listTopics().names());
            Map<Boolean, List<Topic>> areThere =
                    topics.stream().collect(Collectors.partitioningBy(topic -> there.contains(topic.name())));
            create(admin, areThere.getOrDefault(false, List.of()));
            check(admin, areThere.getOrDefault(true, List.of()));
        }
    }

    private void create(Admin admin, List<Topic> missing) throws InterruptedException {
        List<NewTopic> newTopics = missing.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.settings()))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(newTopics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) { // somebody else was faster
                    throw unavailable(failed);
                }
            }
        }
        awaitLeaders(admin, missing);
    }

    /**
     * A topic is there a moment before its partitions are. A producer whose first record comes too early, and whose second does not,
     * can never send the first: Kafka takes the order for broken.
     */
    private void awaitLeaders(Admin admin, List<Topic> created) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        List<String> names = created.stream().map(Topic::name).toList();
        answer(admin.describeTopics(names).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        answer(admin.listOffsets(ends).all());
    }

    private void check(Admin admin, List<Topic> existing) throws InterruptedException {
        List<ConfigResource> resources = existing.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        Map<ConfigResource, Config> settings =
                answer(admin.describeConfigs(resources).all());
        Map<String, Map<String, String>> actualByTopic = new HashMap<>();
        settings.forEach((resource, config) -> actualByTopic.put(resource.name(), values(config.entries())));
        String misfits = existing.stream()
                .map(topic -> new TopicMisfits(topic, actualByTopic.getOrDefault(topic.name(), Map.of())))
                .flatMap(misfit -> misfit.message(bootstrapServers).stream())
                .collect(Collectors.joining("\n"));
        if (!misfits.isEmpty()) {
            throw new CommandFailedException(misfits);
        }
    }

    private static Map<String, String> values(Collection<ConfigEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private Admin admin() {
        int millis = (int) ANSWER_WITHIN.toMillis();
        try {
            return Admin.create(ClientSettings.of(
                    bootstrapServers, Map.of("request.timeout.ms", millis / 3, "default.api.timeout.ms", millis)));
        } catch (KafkaException unusable) {
            throw UnusableBroker.address(bootstrapServers, unusable);
        }
    }

    private <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw unavailable(failed);
        }
    }

    private CommandFailedException unavailable(ExecutionException failed) {
        return UnusableBroker.silent(bootstrapServers, failed.getCause() == null ? failed : failed.getCause());
    }
}
