package io.jellybean.cli.cluster.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StackTracesTest {

    @Test
    void takesTheInnermostCauseWithoutItsPackage() {
        String trace = """
                <Exception on server side:
                org.apache.flink.client.program.ProgramInvocationException: The main method caused an error.
                \tat a.b.C.d(C.java:1)
                Caused by: java.lang.IllegalArgumentException: plan.json: workers is missing
                \tat a.b.C.e(C.java:2)
                \t... 3 more
                End of exception on server side>
                """;

        assertThat(StackTraces.rootCause(trace)).isEqualTo("IllegalArgumentException: plan.json: workers is missing");
    }

    @Test
    void takesTheFirstLineWhereThereIsNoCause() {
        assertThat(StackTraces.rootCause("java.lang.RuntimeException: no\n\tat a.b.C.d(C.java:1)\n"))
                .isEqualTo("RuntimeException: no");
        assertThat(StackTraces.rootCause("Job 1 not found")).isEqualTo("Job 1 not found");
    }
}
