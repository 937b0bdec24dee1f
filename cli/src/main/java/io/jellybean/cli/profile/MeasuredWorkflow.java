package io.jellybean.cli.profile;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.ModelFolder;
import io.jellybean.operators.onnx.OnnxNetworks;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which workflow is measured, and with which models. */
public final class MeasuredWorkflow {

    private static final String EXAMPLE = "examples/vehicle-tracking/workflow.yaml";

    @Option(names = "--workflow", paramLabel = "FILE", description = "Default: " + EXAMPLE + ".")
    private @Nullable Path workflow;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Models of your own: <variant>.json, each with its ONNX file. Default: those of JellyBean.")
    private @Nullable Path models;

    /**
     * Reads the workflow.
     *
     * @throws io.jellybean.domain.io.BadInputException with all mistakes
     */
    public Chain chain() {
        Path file = workflow == null ? JellyBeanHome.ofThisBuild().path(EXAMPLE) : workflow;
        return new Chain(WorkflowFile.read(file).workflow());
    }

    /** The models, computed by this provider. */
    public Networks networks(ExecutionProvider provider) {
        return new OnnxNetworks(models == null ? PackagedModels.files() : new ModelFolder(models), provider);
    }
}
