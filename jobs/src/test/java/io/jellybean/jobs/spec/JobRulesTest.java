package io.jellybean.jobs.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.domain.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobRulesTest {

    @Test
    void bothKindsOfWorkflowCanBeServed() {
        assertThat(JobRules.broken(Deployables.tracking().workflow())).isEmpty();
        assertThat(JobRules.broken(Deployables.answering().workflow())).isEmpty();
    }

    @Test
    void anOperatorIsOnlyGivenWhatItTakes() {
        Workflow workflow = workflow(
                List.of(
                        operator("detect", OperatorKind.DETECT, false, null),
                        operator("extract", OperatorKind.EXTRACT, false, null)),
                List.of(new Channel("cameras", "detect"), new Channel("detect", "extract")),
                "extract");

        assertThat(JobRules.broken(workflow))
                .containsExactly(
                        "channel detect -> extract: an operator of the kind extract takes the results of a source");
    }

    @Test
    void everyRuleThatIsBrokenIsNamed() {
        Workflow workflow = workflow(
                List.of(
                        operator("detect", OperatorKind.DETECT, false, null),
                        operator("track", OperatorKind.TRACK, false, null),
                        operator("associate", OperatorKind.ASSOCIATE, true, 2)),
                List.of(
                        new Channel("cameras", "detect"),
                        new Channel("detect", "track"),
                        new Channel("track", "associate")),
                "associate");

        assertThat(JobRules.broken(workflow)).hasSize(3).allMatch(rule -> rule.contains("Maybe"));
        assertThat(String.join("\n", JobRules.broken(workflow)))
                .contains("track: an operator of the kind track", "stateful: true")
                .contains("associate compares looks", "embed")
                .contains("associate looks at all cameras", "maxSlots: 1");
    }

    @Test
    void anAnswererNeedsBothHalves() {
        Workflow workflow = workflow(
                List.of(
                        operator("extract", OperatorKind.EXTRACT, false, null),
                        operator("answer", OperatorKind.ANSWER, true, null)),
                List.of(new Channel("cameras", "extract"), new Channel("extract", "answer")),
                "answer");

        assertThat(JobRules.broken(workflow))
                .singleElement()
                .asString()
                .contains("answer", "extract and recognise", "Maybe");
    }

    @Test
    void aTopicHoldsFramesOrQuestions() {
        Workflow workflow = workflow(
                List.of(
                        operator("extract", OperatorKind.EXTRACT, false, null),
                        operator("recognise", OperatorKind.RECOGNISE, false, null),
                        operator("answer", OperatorKind.ANSWER, true, null)),
                List.of(
                        new Channel("cameras", "extract"),
                        new Channel("cameras", "recognise"),
                        new Channel("extract", "answer"),
                        new Channel("recognise", "answer")),
                "answer");

        assertThat(JobRules.broken(workflow))
                .singleElement()
                .asString()
                .contains("cameras", "either questions or frames");
    }

    @Test
    void requestsAreNotDropped() {
        Source live = new Source("cameras", "frames", "edge", Duration.ofSeconds(1));
        Workflow workflow = new Workflow(
                "street",
                List.of(live, Source.complete("questions", "questions", "edge")),
                List.of(
                        operator("extract", OperatorKind.EXTRACT, false, null),
                        operator("recognise", OperatorKind.RECOGNISE, false, null),
                        operator("answer", OperatorKind.ANSWER, true, null)),
                List.of(
                        new Channel("cameras", "extract"),
                        new Channel("questions", "recognise"),
                        new Channel("extract", "answer"),
                        new Channel("recognise", "answer")),
                List.of(new Sink("answer", "answers")));

        assertThat(JobRules.broken(workflow)).singleElement().asString().contains("cameras", "policy: live", "Maybe");
    }

    private static Operator operator(String id, OperatorKind kind, boolean stateful, @Nullable Integer maxSlots) {
        return new Operator(id, kind, List.of("some-variant"), stateful, maxSlots);
    }

    private static Workflow workflow(List<Operator> operators, List<Channel> channels, String last) {
        return new Workflow(
                "street",
                List.of(Source.complete("cameras", "frames", "edge")),
                operators,
                channels,
                List.of(new Sink(last, "results")));
    }
}
