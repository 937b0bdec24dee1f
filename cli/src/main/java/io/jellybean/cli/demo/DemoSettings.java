package io.jellybean.cli.demo;

import io.jellybean.cli.cluster.LocalPorts;
import java.nio.file.Path;

/**
 * What a run of the demo is made of.
 *
 * @param workflow the workflow's file
 * @param infrastructure the infrastructure's file
 * @param out the folder that the report is saved in
 * @param seconds how long the cameras send
 * @param badFrames how many unusable frames are sent among the good ones
 * @param streetSeed of the simulated street
 */
record DemoSettings(
        Path workflow, Path infrastructure, Path out, int seconds, int badFrames, long streetSeed, LocalPorts ports) {}
