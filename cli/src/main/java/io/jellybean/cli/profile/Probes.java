package io.jellybean.cli.profile;

import io.jellybean.domain.model.AnswerModel;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.operators.association.AssociatorState;
import io.jellybean.operators.association.TrackSighting;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.questions.QuestionAnswerer;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.step.AssociateStep;
import io.jellybean.operators.step.CroppedFrame;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.step.TrackStep;
import io.jellybean.operators.step.VehicleSteps;
import io.jellybean.operators.tracking.TrackerState;
import io.jellybean.operators.vision.VehicleDetector;
import io.jellybean.operators.vision.VehicleEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes each operator of a workflow measurable by itself, on what those before it make of a sample. */
final class Probes {

    private final Chain chain;
    private final Networks networks;
    private final SampleFrames sample;
    private final SampleQuestions questions;
    private final SampleRun before;
    private final List<String> words;

    /**
     * @param words that questions are made of
     */
    Probes(Chain chain, Networks networks, SampleFrames sample, SampleQuestions questions, List<String> words) {
        this.chain = chain;
        this.networks = networks;
        this.sample = sample;
        this.questions = questions;
        this.before = new SampleRun(
                networks, sample, chain.operator(OperatorKind.EMBED).isPresent());
        this.words = List.copyOf(words);
    }

    /** What was made of the sample so far. */
    SampleRun before() {
        return before;
    }

    /**
     * A variant of an operator.
     *
     * @param batch requests at once; of an embedder, crops at once
     */
    Probe of(Operator operator, String variant, int batch) {
        return switch (operator.kind()) {
            case DETECT -> probe(batch, () -> detect(variant, batch));
            case EMBED -> embed(operator, variant, batch);
            case TRACK -> track(operator);
            case ASSOCIATE -> associate(operator);
            case RECOGNISE -> probe(1, () -> recognise(variant));
            case EXTRACT -> probe(batch, () -> extract(variant, batch));
            case ANSWER -> answer(variant, batch);
        };
    }

    /** What one slot does, call after call. */
    private interface Work {
        void call(int number) throws Exception;
    }

    private static Probe probe(int requestsPerCall, Supplier<Probe.Run> open) {
        return new Probe() {
            @Override
            public Run open() {
                return open.get();
            }

            @Override
            public int requestsPerCall() {
                return requestsPerCall;
            }
        };
    }

    private static Probe.Run run(Work work, Runnable close) {
        return new Probe.Run() {
            private int calls;

            @Override
            public void call() throws Exception {
                work.call(calls++);
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }

    private Probe.Run detect(String variant, int batch) {
        VehicleDetector detector = before.open(variant);
        Work one = call -> VehicleSteps.detect(detector, sample.frame(call));
        Work many = call -> detector.detect(jpegs(call, batch));
        return run(batch == 1 ? one : many, detector::close);
    }

    private Probe embed(Operator operator, String variant, int batch) {
        List<CroppedFrame> frames = before.frames(chain.required(OperatorKind.DETECT, operator));
        return probe(1, () -> {
            VehicleEmbedder embedder = ServedOperators.embedder(networks, variant, batch);
            return run(call -> VehicleSteps.embed(embedder, at(frames, call)), embedder::close);
        });
    }

    private Probe track(Operator operator) {
        String detector = chain.required(OperatorKind.DETECT, operator);
        Optional<String> embedder = chain.lastVariant(OperatorKind.EMBED);
        List<DetectedFrame> detections = before.detections(detector);
        List<List<float[]>> embeddings =
                embedder.map(variant -> before.embeddings(detector, variant)).orElse(List.of());
        return probe(1, () -> {
            TrackStep tracker = new TrackStep(TrackLabels.of(networks, detector));
            TrackerState[] state = {TrackerState.initial()};
            return run(
                    call -> state[0] = tracker.follow(
                                    state[0],
                                    sample.frame(Math.max(0, call - 1)).name().capturedAtMillis(),
                                    moved(at(detections, call), call),
                                    embeddings.isEmpty() ? List.of() : at(embeddings, call))
                            .next(),
                    () -> {});
        });
    }

    private Probe associate(Operator operator) {
        String detector = chain.required(OperatorKind.DETECT, operator);
        String embedder = chain.required(OperatorKind.EMBED, operator);
        List<DetectedFrame> detections = before.detections(detector);
        List<List<float[]>> embeddings = before.embeddings(detector, embedder);
        List<List<TrackSighting>> sightings = sightings(TrackLabels.of(networks, detector), detections, embeddings);
        return probe(1, () -> {
            AssociateStep associator = new AssociateStep();
            AssociatorState[] state = {AssociatorState.initial()};
            return run(
                    call -> state[0] = associator
                            .associate(state[0], sample.frame(call).name().capturedAtMillis(), at(sightings, call))
                            .next(),
                    () -> {});
        });
    }

    private static List<List<TrackSighting>> sightings(
            List<String> labels, List<DetectedFrame> detections, List<List<float[]>> embeddings) {
        TrackStep tracker = new TrackStep(labels);
        TrackerState state = TrackerState.initial();
        List<List<TrackSighting>> sightings = new ArrayList<>();
        for (int i = 0; i < detections.size(); i++) {
            TrackStep.Followed followed = tracker.follow(
                    state, detections.get(Math.max(0, i - 1)).capturedAtMillis(), detections.get(i), embeddings.get(i));
            sightings.add(followed.sightings());
            state = followed.next();
        }
        return sightings;
    }

    private Probe.Run recognise(String variant) {
        if (questions.wavs().isEmpty()) {
            throw new IllegalArgumentException(
                    "model %s: there is no sound to measure it with. Maybe name a folder of WAV files with --audio."
                            .formatted(variant));
        }
        SpeechRecogniser recogniser = ServedOperators.recogniser(networks, variant, words);
        return run(call -> recogniser.recognise(at(questions.wavs(), call)), recogniser::close);
    }

    private Probe.Run extract(String variant, int batch) {
        FeatureExtractor extractor = ServedOperators.extractor(networks, variant);
        Work one = call -> extractor.extract(sample.frame(call).jpeg());
        Work many = call -> extractor.extract(jpegs(call, batch));
        return run(batch == 1 ? one : many, extractor::close);
    }

    private Probe answer(String variant, int batch) {
        List<float[]> features = before.features(extractorOf(variant));
        return probe(batch, () -> {
            QuestionAnswerer answerer = ServedOperators.answerer(networks, variant);
            return run(
                    call -> {
                        List<float[]> maps = new ArrayList<>();
                        List<String> texts = new ArrayList<>();
                        for (int i = 0; i < batch; i++) {
                            maps.add(at(features, call * batch + i));
                            texts.add(at(questions.texts(), call * batch + i));
                        }
                        answerer.answer(maps, texts);
                    },
                    answerer::close);
        });
    }

    private String extractorOf(String variant) {
        if (networks.manifest(variant) instanceof AnswerModel model) {
            return model.extractor();
        }
        throw new IllegalArgumentException("model %s: its task must be answer, but is %s"
                .formatted(variant, networks.manifest(variant).task()));
    }

    private List<byte[]> jpegs(int call, int batch) {
        List<byte[]> jpegs = new ArrayList<>(batch);
        for (int i = 0; i < batch; i++) {
            jpegs.add(sample.frame((long) call * batch + i).jpeg());
        }
        return jpegs;
    }

    /** The same vehicles, when the sample begins again. */
    private DetectedFrame moved(DetectedFrame seen, int call) {
        return new DetectedFrame(
                seen.camera(),
                call,
                sample.frame(call).name().capturedAtMillis(),
                seen.frameWidth(),
                seen.frameHeight(),
                seen.vehicles());
    }

    private static <T> T at(List<T> items, int call) {
        return items.get(Math.floorMod(call, items.size()));
    }
}
