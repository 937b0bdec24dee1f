package io.jellybean.benchmarks.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.step.CroppedFrame;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.FrameName;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.TrackStep;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.vision.RejectedFrameException;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.jspecify.annotations.Nullable;

/**
 * JellyBean's operators that look at vehicles, in Spark's functions. Networks are loaded once for the process, whose only core runs one task at a time.
 *
 * @param models the folder of the models
 * @param detector the variant that detects
 * @param embedder the variant that describes vehicles; null: frames are only looked at
 */
record SparkVehicles(
        String models, String detector, @Nullable String embedder) implements SparkWorkflow, Serializable {

    private static final ObjectMapper STATES = new ObjectMapper();

    private static @Nullable Loaded loaded;

    private record Loaded(
            VehicleDetector detector, @Nullable VehicleEmbedder embedder, TrackStep tracker) {}

    private static synchronized Loaded loaded(SparkVehicles operators) {
        Loaded ready = loaded;
        if (ready == null) {
            Networks networks = SparkWorkflow.networks(operators.models);
            String embedder = operators.embedder;
            VehicleDetector detector = embedder == null
                    ? ServedOperators.detector(networks, operators.detector)
                    : ServedOperators.croppingDetector(networks, operators.detector);
            ready = new Loaded(
                    detector,
                    embedder == null ? null : ServedOperators.embedder(networks, embedder),
                    new TrackStep(detector.manifest().labels()));
            loaded = ready;
        }
        return ready;
    }

    @Override
    public String results() {
        return embedder == null ? "detections" : "tracks";
    }

    @Override
    public Dataset<SparkResult> serve(Dataset<Row> frames) {
        return embedder == null
                ? frames.mapPartitions(
                        (MapPartitionsFunction<Row, SparkResult>) this::detect, Encoders.bean(SparkResult.class))
                : frames.mapPartitions(
                                (MapPartitionsFunction<Row, SparkSeen>) this::see,
                                Encoders.javaSerialization(SparkSeen.class))
                        .groupByKey((MapFunction<SparkSeen, String>) SparkSeen::camera, Encoders.STRING())
                        .flatMapGroupsWithState(
                                (FlatMapGroupsWithStateFunction<String, SparkSeen, SparkCamera, SparkResult>)
                                        this::follow,
                                OutputMode.Append(),
                                Encoders.javaSerialization(SparkCamera.class),
                                Encoders.bean(SparkResult.class),
                                GroupStateTimeout.NoTimeout());
    }

    private Iterator<SparkResult> detect(Iterator<Row> frames) {
        Loaded ready = loaded(this);
        return SparkWorkflow.stream(frames)
                .map(SparkVehicles::frame)
                .map(frame -> new SparkResult(
                        frame.name().camera(),
                        ResultJson.DETECTED_FRAME.encode(look(ready, frame).detected())))
                .iterator();
    }

    /** The same, with the looks of what was found. */
    private Iterator<SparkSeen> see(Iterator<Row> frames) {
        Loaded ready = loaded(this);
        return SparkWorkflow.stream(frames)
                .map(SparkVehicles::frame)
                .map(frame -> seen(ready, frame))
                .iterator();
    }

    /** Follows the vehicles of one camera through the frames of a micro-batch. */
    private Iterator<SparkResult> follow(String camera, Iterator<SparkSeen> frames, GroupState<SparkCamera> state)
            throws IOException {
        Loaded ready = loaded(this);
        List<SparkSeen> inOrder = new ArrayList<>();
        frames.forEachRemaining(inOrder::add);
        inOrder.sort(Comparator.comparingLong(SparkSeen::capturedAtMillis));
        TrackerState tracks =
                state.exists() ? STATES.readValue(state.get().tracks(), TrackerState.class) : TrackerState.initial();
        long lastMillis = state.exists()
                ? state.get().lastCapturedAtMillis()
                : inOrder.get(0).capturedAtMillis();
        List<SparkResult> results = new ArrayList<>();
        for (SparkSeen seen : inOrder) {
            TrackStep.Followed followed = ready.tracker()
                    .follow(
                            tracks,
                            lastMillis,
                            ResultJson.DETECTED_FRAME.decode(seen.detected()),
                            List.of(seen.embeddings()));
            tracks = followed.next();
            lastMillis = seen.capturedAtMillis();
            results.add(new SparkResult(camera, ResultJson.TRACKED_FRAME.encode(followed.tracked())));
        }
        state.update(new SparkCamera(lastMillis, STATES.writeValueAsBytes(tracks)));
        return results.iterator();
    }

    private static SparkSeen seen(Loaded ready, Frame frame) {
        CroppedFrame cropped = look(ready, frame);
        DetectedFrame detected = cropped.detected();
        VehicleEmbedder embedder = ready.embedder();
        try {
            List<float[]> embeddings = embedder == null ? List.of() : VehicleSteps.embed(embedder, cropped);
            return new SparkSeen(
                    detected.camera(),
                    detected.capturedAtMillis(),
                    ResultJson.DETECTED_FRAME.encode(detected),
                    embeddings.toArray(float[][]::new));
        } catch (RejectedFrameException unusable) {
            throw new IllegalStateException("a frame of the benchmark cannot be used", unusable);
        }
    }

    private static CroppedFrame look(Loaded ready, Frame frame) {
        try {
            return VehicleSteps.detect(ready.detector(), frame);
        } catch (RejectedFrameException unusable) {
            throw new IllegalStateException("a frame of the benchmark cannot be used", unusable);
        }
    }

    private static Frame frame(Row record) {
        return new Frame(
                new FrameName(
                        SparkWorkflow.key(record), SparkWorkflow.offset(record), SparkWorkflow.timestampMillis(record)),
                SparkWorkflow.value(record));
    }
}
