package io.jellybean.cli.demo;

import io.jellybean.cli.cluster.LocalPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of the demo is made of.
 *
 * @param workflows the files of the workflows that are served together
 * @param infrastructure the infrastructure's file
 * @param out the folder that the report is saved in
 * @param seconds how long the cameras send
 * @param badFrames how many unusable frames are sent among the good ones
 * @param replan whether they begin at half their rate and go on for as long again at all of it, and the plan follows
 * @param streetSeed of the simulated street
 */
record DemoSettings(
        List<WorkflowFiles> workflows,
        Path infrastructure,
        Path out,
        int seconds,
        int badFrames,
        boolean replan,
        long streetSeed,
        LocalPorts ports) {
    DemoSettings {
        workflows = List.copyOf(workflows);
    }

    /**
     * A workflow's files.
     *
     * @param profile with the accuracy of each combination of variants; null if there is none, which will do where one operator
     *     alone decides it
     */
    record WorkflowFiles(Path workflow, @Nullable Path profile) {

        /** The profile is the file {@code profile.yaml} beside the workflow, if that is there. */
        static WorkflowFiles beside(Path workflow) {
            Path profile = workflow.resolveSibling("profile.yaml");
            return new WorkflowFiles(workflow, Files.exists(profile) ? profile : null);
        }
    }
}
