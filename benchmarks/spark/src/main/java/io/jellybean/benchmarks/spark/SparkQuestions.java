package io.jellybean.benchmarks.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.AnsweredQuestion;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.questions.Answer;
import io.jellybean.operators.questions.FeatureExtractor;
import io.jellybean.operators.questions.QuestionAnswerer;
import io.jellybean.operators.questions.RejectedQuestionException;
import io.jellybean.operators.speech.RejectedSpeechException;
import io.jellybean.operators.speech.SpeechRecogniser;
import io.jellybean.operators.step.ServedOperators;
import io.jellybean.operators.vision.RejectedFrameException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
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
 * JellyBean's operators that answer spoken questions, in Spark's functions. Networks are loaded once for the process, whose only core
 * runs one task at a time.
 *
 * @param models the folder of the models
 * @param recogniser the variant that writes questions down
 * @param extractor the variant that looks at frames
 * @param answerer the variant that answers
 */
record SparkQuestions(String models, String recogniser, String extractor, String answerer)
        implements SparkWorkflow, Serializable {

    private static @Nullable Loaded loaded;

    private record Loaded(SpeechRecogniser recogniser, FeatureExtractor extractor, QuestionAnswerer answerer) {}

    private static synchronized Loaded loaded(SparkQuestions operators) {
        Loaded ready = loaded;
        if (ready == null) {
            Networks networks = SparkWorkflow.networks(operators.models);
            QuestionAnswerer answerer = ServedOperators.answerer(networks, operators.answerer);
            ready = new Loaded(
                    ServedOperators.recogniser(
                            networks,
                            operators.recogniser,
                            answerer.manifest().words().known()),
                    ServedOperators.extractor(networks, operators.extractor),
                    answerer);
            loaded = ready;
        }
        return ready;
    }

    @Override
    public String results() {
        return "answers";
    }

    @Override
    public Dataset<SparkResult> serve(Dataset<Row> records) {
        return records.mapPartitions(
                        (MapPartitionsFunction<Row, SparkHalf>) this::take, Encoders.javaSerialization(SparkHalf.class))
                .groupByKey((MapFunction<SparkHalf, String>) SparkHalf::request, Encoders.STRING())
                .flatMapGroupsWithState(
                        (FlatMapGroupsWithStateFunction<String, SparkHalf, SparkHalf, SparkResult>) this::join,
                        OutputMode.Append(),
                        Encoders.javaSerialization(SparkHalf.class),
                        Encoders.bean(SparkResult.class),
                        GroupStateTimeout.NoTimeout());
    }

    private Iterator<SparkHalf> take(Iterator<Row> records) {
        Loaded ready = loaded(this);
        return SparkWorkflow.stream(records).map(record -> half(ready, record)).iterator();
    }

    /** A frame names its request in a header; a question has it as its key. */
    private static SparkHalf half(Loaded ready, Row record) {
        long atMillis = SparkWorkflow.timestampMillis(record);
        List<Row> headers = SparkWorkflow.headers(record);
        try {
            return headers.isEmpty()
                    ? new SparkHalf(
                            SparkWorkflow.key(record),
                            atMillis,
                            ready.recogniser()
                                    .recognise(SparkWorkflow.value(record))
                                    .text(),
                            null)
                    : new SparkHalf(
                            new String(headers.get(0).<byte[]>getAs("value"), UTF_8),
                            atMillis,
                            null,
                            ready.extractor().extract(SparkWorkflow.value(record)));
        } catch (RejectedFrameException | RejectedSpeechException unusable) {
            throw new IllegalStateException("a request of the benchmark cannot be used", unusable);
        }
    }

    /** Answers once both halves are there. */
    private Iterator<SparkResult> join(String request, Iterator<SparkHalf> halves, GroupState<SparkHalf> waiting) {
        Loaded ready = loaded(this);
        List<SparkResult> results = new ArrayList<>();
        while (halves.hasNext()) {
            SparkHalf half = halves.next();
            if (waiting.exists()) {
                results.add(new SparkResult(
                        request, ResultJson.ANSWERED_QUESTION.encode(answered(ready, waiting.get(), half))));
                waiting.remove();
            } else {
                waiting.update(half);
            }
        }
        return results.iterator();
    }

    private static AnsweredQuestion answered(Loaded ready, SparkHalf one, SparkHalf other) {
        SparkHalf frame = one.features() != null ? one : other;
        SparkHalf asked = one.features() != null ? other : one;
        String question = Objects.requireNonNull(asked.question());
        try {
            Answer answer = ready.answerer().answer(Objects.requireNonNull(frame.features()), question);
            return new AnsweredQuestion(
                    one.request(),
                    Math.min(frame.atMillis(), asked.atMillis()),
                    AnsweredQuestion.ANSWERED,
                    question,
                    answer.text(),
                    answer.confidence(),
                    "");
        } catch (RejectedQuestionException unusable) {
            return new AnsweredQuestion(
                    one.request(),
                    Math.min(frame.atMillis(), asked.atMillis()),
                    AnsweredQuestion.REJECTED,
                    question,
                    "",
                    0,
                    String.valueOf(unusable.getMessage()));
        }
    }
}
