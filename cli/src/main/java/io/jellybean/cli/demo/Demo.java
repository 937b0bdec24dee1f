package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.speech.SpokenSentence;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.simulator.StreetSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One run of the demo, from the files to the report. */
final class Demo {

    /** Half a gigabyte of pictures, which are held in memory so that drawing does not compete with serving. */
    private static final int MOST_FRAMES = 12_000;

    private static final int MOST_FRAMES_PER_SECOND = 120;

    private final JellyBeanHome home;
    private final DemoSettings settings;
    private final Terminal terminal;
    private final DemoFolder folder;

    Demo(JellyBeanHome home, DemoSettings settings, Terminal terminal) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.folder = new DemoFolder(settings.out());
    }

    /** Runs everything and leaves nothing behind but the report. */
    DemoReport run() throws InterruptedException {
        settings.ports().requireFree();
        folder.prepare();
        DemoInputs inputs = DemoInputs.read(settings);
        List<SpokenSentence> spoken = SpokenSentence.read(home.path("models/evaluation/speech"));
        StreetRecording recording = record(street(inputs));
        List<TimedRecord> schedule = schedule(inputs, recording, spoken);
        DemoPlan planned = plan(measure(new DemoMeasuring(inputs, recording, spoken)));
        WarmUp warmUp = WarmUp.of(schedule, another(recording.settings()));
        DemoRun run = new DemoServing(home, settings, terminal, folder).serve(planned, recording, warmUp, schedule);
        DemoReport report = new DemoReport(planned, run, settings.out());
        folder.save(planned, run, report);
        return report;
    }

    /** The cameras share the rate of the frames; where nothing tracks, they only show what is asked about. */
    private StreetSettings street(DemoInputs inputs) {
        StreetSettings street = StreetSettings.defaults().withSeed(settings.streetSeed());
        double rate = inputs.rateInto(OperatorKind.DETECT);
        if (rate == 0) {
            if (settings.badFrames() > 0 || settings.replan()) {
                throw new CommandFailedException(
                        "--inject-bad-frames and --replan are about the frames of a workflow that tracks, but none is given");
            }
            return street;
        }
        double framesPerSecond = rate / street.cameras();
        if (framesPerSecond > MOST_FRAMES_PER_SECOND) {
            throw new CommandFailedException(
                    "the demo's cameras take at most %d frames per second, but requestsPerSecond wants %.1f of each of %d. Maybe lower it in the workflow."
                            .formatted(MOST_FRAMES_PER_SECOND, framesPerSecond, street.cameras()));
        }
        return street.withFramesPerSecond(settings.replan() ? 2 * framesPerSecond : framesPerSecond);
    }

    private StreetRecording record(StreetSettings street) throws InterruptedException {
        int seconds = settings.replan() ? 2 * settings.seconds() : settings.seconds();
        int framesPerCamera = (int) Math.round(seconds * street.framesPerSecond());
        int frames = framesPerCamera * street.cameras();
        if (frames > MOST_FRAMES) {
            throw new CommandFailedException(
                    "the demo keeps its frames in memory, at most %d, but %d s with %d cameras have %d. Maybe lower --seconds, or requestsPerSecond in the workflow."
                            .formatted(MOST_FRAMES, settings.seconds(), street.cameras(), frames));
        }
        try (Step step = terminal.step(
                "Drawing %d s of a street with %d cameras".formatted(seconds, street.cameras()), frames)) {
            StreetRecording recording = StreetRecording.of(street, framesPerCamera, step::advance);
            step.done("%d frames, %.1f MB".formatted(recording.size(), recording.bytes() / 1e6));
            return recording;
        }
    }

    private static StreetRecording another(StreetSettings street) throws InterruptedException {
        int framesPerCamera = WarmUp.framesPerCamera(street.framesPerSecond());
        return StreetRecording.of(street.withSeed(street.seed() + 1), framesPerCamera, () -> {});
    }

    private List<TimedRecord> schedule(DemoInputs inputs, StreetRecording recording, List<SpokenSentence> spoken) {
        List<TimedRecord> schedule = new ArrayList<>();
        if (inputs.rateInto(OperatorKind.DETECT) > 0) {
            schedule.addAll(
                    settings.replan()
                            ? FeedSchedule.doubling(recording, settings.badFrames())
                            : FeedSchedule.of(recording, settings.badFrames()));
        }
        double questionsPerSecond = inputs.rateInto(OperatorKind.RECOGNISE);
        if (questionsPerSecond > 0) {
            schedule.addAll(QuestionSchedule.of(recording, spoken, questionsPerSecond));
        }
        schedule.sort(Comparator.comparingLong(TimedRecord::dueMicros));
        return schedule;
    }

    private PlanningInputs measure(DemoMeasuring measuring) {
        try (Step step = terminal.step(
                "Measuring service times of %d variants".formatted(measuring.variants()), measuring.variants())) {
            PlanningInputs measured = measuring.measure(step::advance);
            step.done("done");
            return measured;
        }
    }

    private DemoPlan plan(PlanningInputs inputs) {
        try (Step step = terminal.step("Planning")) {
            DemoPlan planned = new DemoPlanning(inputs).plan();
            step.done(String.format(
                    Locale.ROOT,
                    "%s, %.4f $ per hour",
                    planned.plan().solver().status().name().toLowerCase(Locale.ROOT),
                    planned.plan().cost().total()));
            return planned;
        }
    }
}
