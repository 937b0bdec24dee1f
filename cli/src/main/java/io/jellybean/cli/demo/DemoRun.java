package io.jellybean.cli.demo;

import io.jellybean.cli.deploy.Placements;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.planner.replan.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went in and what came out.
 *
 * @param vehicles of the workflow that tracks; null if none does
 * @param questions of the workflow that answers; null if none does
 * @param rejections of frames, of both
 * @param replanned what came of watching the job; null if nobody did
 * @param observed what the job counted while it was fed at an even pace; null if the pace or the plan changed
 * @param restarts how often the job failed and started again while it was fed
 */
record DemoRun(
        @Nullable VehicleRun vehicles,
        @Nullable QuestionRun questions,
        List<Received<RejectedFrame>> rejections,
        Placements placements,
        @Nullable Replanned replanned,
        @Nullable Observation observed,
        long restarts) {
    DemoRun {
        rejections = List.copyOf(rejections);
    }
}
