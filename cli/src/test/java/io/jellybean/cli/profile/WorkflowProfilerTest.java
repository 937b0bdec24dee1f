package io.jellybean.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.profile.AccuracyRow;
import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.workflow.Workflow;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetSettings;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WorkflowProfilerTest {

    private static final Workflow WORKFLOW =
            WorkflowFile.parse("workflow.yaml", """
                    format: jellybean-workflow/1
                    id: tracking
                    sources: [{id: cameras, topic: frames, tier: edge}]
                    operators:
                      - {id: detect, kind: detect, variants: [vehicle-detector-s, vehicle-detector-m]}
                      - {id: track, kind: track, stateful: true}
                    channels: [{from: cameras, to: detect}, {from: detect, to: track}]
                    sinks: [{from: track, topic: tracks}]
                    objective: {requestsPerSecond: {cameras: 5}, minAccuracy: 0}
                    """).workflow();

    private final Street street = Street.generate(StreetSettings.defaults().withSeed(4711));
    private final List<byte[]> jpegs = LongStream.range(0, 5)
            .mapToObj(number -> street.camera(0).frame(number).jpeg())
            .toList();
    private final Profile profile = WorkflowProfiler.withPackagedModels(
                    WORKFLOW,
                    List.of("box", "server"),
                    new SampleFrames(jpegs, 15),
                    SampleQuestions.none(),
                    Duration.ofMillis(60))
            .measure(() -> {});

    @Test
    void measuresEveryVariantForEveryWorkerType() {
        assertThat(profile.serviceTimes())
                .extracting(ServiceTime::operator, ServiceTime::variant, ServiceTime::workerType)
                .containsExactly(
                        tuple("detect", "vehicle-detector-s", "box"),
                        tuple("detect", "vehicle-detector-s", "server"),
                        tuple("detect", "vehicle-detector-m", "box"),
                        tuple("detect", "vehicle-detector-m", "server"),
                        tuple("track", "default", "box"),
                        tuple("track", "default", "server"));
        assertThat(profile.serviceTimes())
                .allSatisfy(row -> assertThat(row.time()).isPositive());
    }

    /** A frame travels as its JPEG, a camera, a number and a time; detections are far smaller. */
    @Test
    void measuresWhatTravels() {
        double meanJpeg = jpegs.stream().mapToInt(jpeg -> jpeg.length).average().orElseThrow();

        assertThat(profile.messageSizes())
                .extracting(size -> size.channel().to(), MessageSize::variant)
                .containsExactly(
                        tuple("detect", null),
                        tuple("track", "vehicle-detector-s"),
                        tuple("track", "vehicle-detector-m"));
        assertThat(profile.messageSizes().get(0).bytes()).isBetween((long) meanJpeg, (long) meanJpeg + 300);
        assertThat(profile.messageSizes().get(1).bytes()).isBetween(20L, 1_000L);
    }

    @Test
    void takesAccuracyFromTheManifests() {
        assertThat(profile.accuracy().rows())
                .extracting(AccuracyRow::value)
                .containsExactly(
                        PackagedModels.manifest("vehicle-detector-s").accuracy().value(),
                        PackagedModels.manifest("vehicle-detector-m").accuracy().value());
    }
}
