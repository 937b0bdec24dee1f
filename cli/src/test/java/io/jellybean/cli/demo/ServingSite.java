package io.jellybean.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.cluster.rest.Job;
import io.jellybean.cli.cluster.rest.JobState;
import io.jellybean.cli.deploy.JobDeployment;
import io.jellybean.cli.deploy.PlacementCheck;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.jobs.spec.JobSpecCompiler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Where jobs are served.
 *
 * @param kafka the broker, for this process
 * @param kafkaOfJobs the same, as the workers know it
 * @param patience for whatever is waited for
 */
record ServingSite(FlinkRest flink, String kafka, String kafkaOfJobs, Duration patience) {

    /** The topics of both workflows. */
    void ensureTopics() throws InterruptedException {
        List<Topic> topics = new ArrayList<>(
                List.of(Topic.frames("frames", 2), Topic.frames("asked-frames", 2), Topic.questions("questions", 2)));
        Stream.of("detections", "tracks", "vehicles", "answers", "rejected")
                .map(topic -> Topic.results(topic, 2))
                .forEach(topics::add);
        new Topics(kafka).ensure(topics);
    }

    /** Starts the job of a plan, which stands as planned. */
    String submit(DeployablePlan plan) throws InterruptedException {
        Job job = new JobDeployment(flink, JellyBeanHome.ofThisBuild()).submit(plan, kafkaOfJobs);
        assertThat(new PlacementCheck(flink)
                        .of(job, JobSpecCompiler.compile(plan))
                        .differences())
                .isEmpty();
        return job.id();
    }

    void cancel(String job) throws InterruptedException {
        flink.cancel(job);
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (flink.job(job).state() != JobState.CANCELED) {
            assertThat(System.nanoTime()).as("job %s ends", job).isLessThan(giveUpAt);
            Thread.sleep(100);
        }
    }

    /** So many records of a topic. */
    <T> List<T> read(String topic, ResultJson<T> json, int expected) {
        try (TopicReader<T> reader = new TopicReader<>(kafka, topic, json)) {
            return reader.readUntil(expected, patience).stream()
                    .map(Received::result)
                    .toList();
        }
    }

    KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
