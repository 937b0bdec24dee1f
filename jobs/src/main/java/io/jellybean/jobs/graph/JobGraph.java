package io.jellybean.jobs.graph;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.workflow.Delivery;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.jobs.kafka.KafkaTopics;
import io.jellybean.jobs.record.FollowedFrame;
import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.IncomingQuestion;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.record.VehicleFrame;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.stage.IngestFunction;
import io.jellybean.jobs.stage.IngestQuestionFunction;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink job graph of a job specification. */
public final class JobGraph {

    /** Frames of several cameras in one partition come that much out of their order at most; later ones are taken as they come. */
    private static final Duration OUT_OF_ORDER = Duration.ofMillis(500);

    /**
     * A partition without frames for so long holds no other back. When it has frames again, those of the moment before are taken
     * as they come.
     */
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final StreamExecutionEnvironment environment;
    private final JobSpec job;
    private final KafkaTopics topics;
    private final Placing placing;
    private final Outputs<NumberedFrame> frames;
    private final Outputs<IncomingQuestion> questions;
    private final VehicleGraph vehicleGraph;
    private final QuestionGraph questionGraph;

    public JobGraph(StreamExecutionEnvironment environment, JobSpec job, KafkaTopics topics) {
        this.environment = environment;
        this.job = job;
        this.topics = topics;
        this.placing = new Placing(job);
        this.frames = new Outputs<>(job, NumberedFrame.class);
        this.questions = new Outputs<>(job, IncomingQuestion.class);
        this.vehicleGraph = new VehicleGraph(placing, frames);
        this.questionGraph = new QuestionGraph(placing, frames, questions);
    }

    /**
     * Adds the whole job to the environment.
     *
     * @throws IllegalArgumentException if an operator gets records it cannot take
     */
    public void build() {
        environment.configure(JobSettings.of(job.maxParallelism()));
        if (!topics.rehearsed()) {
            environment.configure(JobSettings.checkpoints(exactlyOnce()));
        }
        environment.getConfig().setMaxParallelism(job.maxParallelism());
        job.vertices().stream()
                .map(Vertex::slotGroup)
                .distinct()
                .forEach(group -> environment.registerSlotSharingGroup(SlotGroups.of(group)));
        job.workflow().sources().forEach(this::addSource);
        job.workflow().operators().forEach(this::addOperator);
        job.workflow().sinks().forEach(this::addSink);
        addRejectedSink();
    }

    private void addSource(Source source) {
        Vertex reader = vertexOf(job.sources(), source.id());
        Vertex ingest = vertexOf(job.ingests(), source.id());
        if (placing.feeds(source.id(), OperatorKind.RECOGNISE)) {
            DataStream<IncomingQuestion> incoming = placing.place(
                    reader,
                    environment.fromSource(
                            topics.questions(source.topic()), WatermarkStrategy.noWatermarks(), reader.uid()));
            questions.add(
                    ingest, placing.placeRefusing(ingest, incoming.process(new IngestQuestionFunction(ingest.uid()))));
        } else {
            WatermarkStrategy<IncomingFrame> captureTime = WatermarkStrategy.<IncomingFrame>forBoundedOutOfOrderness(
                            OUT_OF_ORDER)
                    .withIdleness(IDLE);
            DataStream<IncomingFrame> incoming = placing.place(
                    reader, environment.fromSource(topics.frames(source.topic()), captureTime, reader.uid()));
            frames.add(
                    ingest,
                    placing.placeRefusing(
                            ingest,
                            byCamera(incoming, ingest).process(new IngestFunction(ingest.uid(), source.maxAge()))));
        }
    }

    /** One reader before one ingest needs no exchange: they are chained, and frames are not copied between them. */
    private static KeyedStream<IncomingFrame, String> byCamera(DataStream<IncomingFrame> incoming, Vertex ingest) {
        return incoming.getParallelism() == 1 && ingest.parallelism() == 1
                ? DataStreamUtils.reinterpretAsKeyedStream(incoming, IncomingFrame::camera, Types.STRING)
                : incoming.keyBy(IncomingFrame::camera);
    }

    private void addOperator(Operator operator) {
        for (Vertex vertex : job.verticesOf(operator.id())) {
            switch (operator.kind()) {
                case DETECT -> vehicleGraph.addDetector(vertex);
                case EMBED -> vehicleGraph.addEmbedder(vertex);
                case TRACK -> vehicleGraph.addTracker(vertex);
                case ASSOCIATE -> vehicleGraph.addAssociator(vertex);
                case RECOGNISE -> questionGraph.addRecogniser(vertex);
                case EXTRACT -> questionGraph.addExtractor(vertex);
                case ANSWER -> questionGraph.addAnswerer(vertex);
            }
        }
    }

    private void addSink(Sink sink) {
        Vertex vertex = vertexOf(job.sinks(), sink.topic());
        vehicleGraph
                .vehicles()
                .from(sink.from())
                .ifPresent(stream -> write(
                        vertex,
                        sink.delivery(),
                        stream.filter(frame -> !frame.detected().wasRejected())
                                .name("usable frames")
                                .setParallelism(vertex.parallelism())
                                .slotSharingGroup(vertex.slotGroup().name()),
                        frame -> ResultJson.DETECTED_FRAME.encode(frame.detected()),
                        VehicleFrame::camera));
        vehicleGraph
                .followed()
                .from(sink.from())
                .ifPresent(stream -> write(
                        vertex,
                        sink.delivery(),
                        stream,
                        frame -> ResultJson.TRACKED_FRAME.encode(frame.tracked()),
                        FollowedFrame::camera));
        vehicleGraph
                .associated()
                .from(sink.from())
                .ifPresent(stream -> write(
                        vertex,
                        sink.delivery(),
                        stream,
                        track -> ResultJson.ASSOCIATED_TRACK.encode(track),
                        AssociatedTrack::camera));
        questionGraph
                .answered()
                .from(sink.from())
                .ifPresent(stream -> write(
                        vertex,
                        sink.delivery(),
                        stream,
                        answer -> ResultJson.ANSWERED_QUESTION.encode(answer),
                        AnsweredQuestion::request));
    }

    private void addRejectedSink() {
        Vertex vertex = vertexOf(job.sinks(), JobSpec.REJECTED_TOPIC);
        Delivery delivery = exactlyOnce() ? Delivery.EXACTLY_ONCE : Delivery.AT_LEAST_ONCE;
        placing.rejections()
                .ifPresent(stream -> write(
                        vertex,
                        delivery,
                        stream,
                        result -> ResultJson.REJECTED_FRAME.encode(result),
                        RejectedFrame::camera));
    }

    private boolean exactlyOnce() {
        return job.workflow().sinks().stream().anyMatch(sink -> sink.delivery() == Delivery.EXACTLY_ONCE);
    }

    private <T> void write(
            Vertex vertex,
            Delivery delivery,
            DataStream<T> stream,
            KafkaTopics.ResultEncoder<T> json,
            KafkaTopics.KeyOf<T> key) {
        DataStreamSink<T> sink = stream.sinkTo(topics.results(vertex.node(), delivery, json, key));
        sink.uid(vertex.uid())
                .name(vertex.uid())
                .setParallelism(vertex.parallelism())
                .slotSharingGroup(vertex.slotGroup().name());
    }

    private static Vertex vertexOf(List<Vertex> vertices, String node) {
        return vertices.stream()
                .filter(vertex -> vertex.node().equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the job has no vertex for " + node));
    }
}
