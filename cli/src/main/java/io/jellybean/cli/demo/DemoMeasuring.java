package io.jellybean.cli.demo;

import io.jellybean.cli.profile.SampleFrames;
import io.jellybean.cli.profile.SampleQuestions;
import io.jellybean.cli.profile.WorkflowProfiler;
import io.jellybean.cli.speech.SpokenSentence;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.profile.Profile;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.compile.ProfiledWorkflow;
import io.jellybean.simulator.CameraFrame;
import java.time.Duration;
import java.util.List;

/** Measures on this machine what each variant takes and what travels; how accurate variants are together is known beforehand. */
final class DemoMeasuring {

    /** Short, so that all variants of two workflows are measured in a quarter of a minute. */
    private static final Duration EACH_VARIANT = Duration.ofMillis(300);

    private static final int SAMPLE_FRAMES = 50;

    private final DemoInputs inputs;
    private final SampleFrames frames;
    private final SampleQuestions questions;

    /**
     * @param spoken questions to listen to
     */
    DemoMeasuring(DemoInputs inputs, StreetRecording recording, List<SpokenSentence> spoken) {
        this.inputs = inputs;
        this.frames = new SampleFrames(
                recording.frames(recording.cameras().get(0)).stream()
                        .limit(SAMPLE_FRAMES)
                        .map(CameraFrame::jpeg)
                        .toList(),
                recording.settings().framesPerSecond());
        this.questions = new SampleQuestions(
                spoken.stream().map(SpokenSentence::text).toList(),
                spoken.stream().map(SpokenSentence::wav).toList());
    }

    /** How many variants there are to measure. */
    int variants() {
        return inputs.workflows().stream()
                .flatMap(each -> each.workflow().operators().stream())
                .mapToInt(operator -> operator.variants().size())
                .sum();
    }

    /**
     * Measures all workflows.
     *
     * @param measured told after each variant
     */
    PlanningInputs measure(Runnable measured) {
        List<String> workerTypes = inputs.infrastructure().groups().stream()
                .map(WorkerGroup::type)
                .distinct()
                .toList();
        List<ProfiledWorkflow> profiled = inputs.workflows().stream()
                .map(each -> new ProfiledWorkflow(
                        each.wanted(),
                        known(
                                each,
                                WorkflowProfiler.withPackagedModels(
                                                each.workflow(), workerTypes, frames, questions, EACH_VARIANT)
                                        .measure(measured))))
                .toList();
        return new PlanningInputs(profiled, inputs.infrastructure());
    }

    private static Profile known(DemoInputs.Played played, Profile measured) {
        return played.accuracy().rows().isEmpty() ? measured : measured.withAccuracy(played.accuracy());
    }
}
