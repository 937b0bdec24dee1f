package io.jellybean.jobs.spec;

import io.jellybean.domain.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A job that serves a plan, as plain data.
 *
 * @param variantByOperator the ONNX model of each operator that needs one
 * @param sha256ByVariant the hash that the model's file must have
 * @param maxParallelism of the whole job; fixed for the life of its savepoints
 * @param sources one for each source of the workflow, in its tier's ingest slots
 * @param ingests one for each source, beside it
 * @param operators one for each operator and worker group
 * @param sinks one for each topic that is written, {@link #REJECTED_TOPIC} included
 * @param routes from each sender to each operator that it sends to
 */
public record JobSpec(
        Workflow workflow,
        Map<String, String> variantByOperator,
        Map<String, String> sha256ByVariant,
        int maxParallelism,
        List<Vertex> sources,
        List<Vertex> ingests,
        List<Vertex> operators,
        List<Vertex> sinks,
        List<Route> routes) {

    /** Where frames go that cannot be used. */
    public static final String REJECTED_TOPIC = "rejected";

    public JobSpec {
        variantByOperator = Map.copyOf(variantByOperator);
        sha256ByVariant = Map.copyOf(sha256ByVariant);
        sources = List.copyOf(sources);
        ingests = List.copyOf(ingests);
        operators = List.copyOf(operators);
        sinks = List.copyOf(sinks);
        routes = List.copyOf(routes);
    }

    /** All vertices. */
    public List<Vertex> vertices() {
        return Stream.of(sources, ingests, operators, sinks)
                .flatMap(List::stream)
                .toList();
    }

    /** The vertices of one operator. */
    public List<Vertex> verticesOf(String operator) {
        return operators.stream()
                .filter(vertex -> vertex.node().equals(operator))
                .toList();
    }

    /** The routes that lead to an operator. */
    public List<Route> routesTo(String operator) {
        return routes.stream().filter(route -> route.to().equals(operator)).toList();
    }
}
