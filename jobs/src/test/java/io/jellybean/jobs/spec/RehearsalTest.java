package io.jellybean.jobs.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jellybean.domain.workflow.SourcePolicy;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final JobSpec JOB = JobSpecCompiler.compile(Deployables.tracking());

    /** The ingest host's slots are taken by the job that runs. */
    @Test
    void standsWhollyInTheSlotsOfOneGroup() {
        JobSpec rehearsal = Rehearsal.of(JOB, "cloud/vm", 2);

        assertThat(rehearsal.vertices())
                .extracting(vertex -> vertex.slotGroup().name())
                .containsOnly("cloud/vm");
    }

    @Test
    void takesEachSlotAndNoMoreThanAnOperatorMay() {
        JobSpec rehearsal = Rehearsal.of(JOB, "cloud/vm", 2);

        assertThat(rehearsal.verticesOf("detect"))
                .extracting(Vertex::parallelism)
                .containsExactly(2);
        assertThat(rehearsal.verticesOf("associate"))
                .extracting(Vertex::parallelism)
                .containsExactly(1);
    }

    @Test
    void sendsAlongEachChannelOfTheWorkflow() {
        JobSpec rehearsal = Rehearsal.of(JOB, "cloud/vm", 2);

        assertThat(rehearsal.routes())
                .extracting(Route::from, Route::to)
                .containsExactlyInAnyOrder(
                        tuple("ingest-cameras", "detect"),
                        tuple("detect", "embed"),
                        tuple("embed", "track"),
                        tuple("track", "associate"));
    }

    /** A frame that was taken a moment ago may be too old for a worker that starts. */
    @Test
    void takesFramesOfAnyAge() {
        assertThat(Rehearsal.of(JOB, "edge/box", 1).workflow().sources())
                .allMatch(source -> source.policy() == SourcePolicy.COMPLETE);
    }

    @Test
    void needsAGroupOfTheJob() {
        assertThatThrownBy(() -> Rehearsal.of(JOB, "moon/rover", 1)).hasMessageContaining("moon/rover");
    }
}
