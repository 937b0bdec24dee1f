package io.jellybean.cli.demo;

import io.jellybean.domain.io.WorkflowFile;
import io.jellybean.domain.workflow.Delivery;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Workflow;
import java.nio.file.Path;

/** Workflows of the examples whose results are all written in transactions. */
final class ExactlyOnce {

    private ExactlyOnce() {}

    static Workflow vehicleTracking() {
        Workflow workflow = WorkflowFile.read(
                        Path.of("../examples/vehicle-tracking/workflow.yaml").toAbsolutePath())
                .workflow();
        return new Workflow(
                workflow.id(),
                workflow.sources(),
                workflow.operators(),
                workflow.channels(),
                workflow.sinks().stream()
                        .map(sink -> new Sink(sink.from(), sink.topic(), Delivery.EXACTLY_ONCE))
                        .toList());
    }
}
