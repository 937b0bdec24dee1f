package io.jellybean.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.domain.plan.DeployablePlan;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.OnnxNetworks;
import io.jellybean.operators.questions.Answer;
import io.jellybean.operators.step.Frame;
import io.jellybean.operators.step.QuestionLoop;
import io.jellybean.simulator.QuestionGrammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Questions are answered as by a plain loop, and every request once. */
final class QuestionTrial {

    private static final int REQUESTS = 20;

    private static final Networks NETWORKS = new OnnxNetworks(PackagedModels.files(), ExecutionProvider.CPU);

    private QuestionTrial() {}

    /** Serves the plan and compares; the job is cancelled after it. */
    static void run(ServingSite site, DeployablePlan plan) throws Exception {
        // given: spoken questions about the frames of a street, a written one, and halves without the other
        Map<String, String> variants = plan.plan().variantByOperator();
        List<Frame> frames = TrialFrames.ofAStreet().subList(0, REQUESTS + 1);
        List<byte[]> sounds = sounds();
        Map<String, Answer> answers = new HashMap<>();
        try (QuestionLoop loop = new QuestionLoop(
                NETWORKS,
                new QuestionLoop.Variants(
                        requireNonNull(variants.get("recognise")),
                        requireNonNull(variants.get("extract")),
                        requireNonNull(variants.get("answer"))),
                QuestionGrammar.words())) {
            for (int i = 0; i < REQUESTS; i++) {
                answers.put("spoken-" + i, loop.answer(frames.get(i).jpeg(), sounds.get(i)));
            }
        }

        // when
        String job = site.submit(plan);
        try (KafkaProducer<byte[], byte[]> producer = site.producer()) {
            for (int i = 0; i < REQUESTS; i++) {
                ask(producer, "spoken-" + i, sounds.get(i));
                show(producer, "spoken-" + i, frames.get(i));
            }
            show(producer, "written", frames.get(REQUESTS));
            ask(producer, "written", "is there a bus".getBytes(UTF_8));
            ask(producer, "without-frame", "is there a bus".getBytes(UTF_8));
            show(producer, "without-question", frames.get(REQUESTS));
            ask(producer, "no-sound", "RIFF and nothing that follows".getBytes(UTF_8));
        }
        List<AnsweredQuestion> answered = site.read("answers", ResultJson.ANSWERED_QUESTION, REQUESTS + 4);
        site.cancel(job);

        // then
        assertThat(answered)
                .extracting(AnsweredQuestion::request)
                .doesNotHaveDuplicates()
                .hasSize(REQUESTS + 4);
        Map<String, AnsweredQuestion> byRequest = new HashMap<>();
        answered.forEach(answer -> byRequest.put(answer.request(), answer));
        answers.forEach((request, answer) -> assertThat(requireNonNull(byRequest.get(request)))
                .satisfies(record -> {
                    assertThat(record.outcome()).isEqualTo(AnsweredQuestion.ANSWERED);
                    assertThat(record.answer()).isEqualTo(answer.text());
                    assertThat(record.confidence()).isEqualTo(answer.confidence());
                }));
        assertThat(requireNonNull(byRequest.get("written")).question()).isEqualTo("is there a bus");
        assertThat(requireNonNull(byRequest.get("written")).answer()).isIn("yes", "no");
        assertThat(requireNonNull(byRequest.get("without-frame")).outcome()).isEqualTo(AnsweredQuestion.TIMED_OUT);
        assertThat(requireNonNull(byRequest.get("without-question")).outcome()).isEqualTo(AnsweredQuestion.TIMED_OUT);
        assertThat(requireNonNull(byRequest.get("no-sound")).outcome()).isEqualTo(AnsweredQuestion.REJECTED);
    }

    private static List<byte[]> sounds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../models/evaluation/speech/audio"))) {
            List<byte[]> sounds = new ArrayList<>();
            for (Path file : files.sorted().limit(REQUESTS).toList()) {
                sounds.add(Files.readAllBytes(file));
            }
            return sounds;
        }
    }

    private static void ask(KafkaProducer<byte[], byte[]> producer, String request, byte[] content) {
        ServingSite.send(producer, new ProducerRecord<>("questions", request.getBytes(UTF_8), content));
    }

    private static void show(KafkaProducer<byte[], byte[]> producer, String request, Frame frame) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("asked-frames", frame.name().camera().getBytes(UTF_8), frame.jpeg());
        record.headers().add("request", request.getBytes(UTF_8));
        ServingSite.send(producer, record);
    }
}
