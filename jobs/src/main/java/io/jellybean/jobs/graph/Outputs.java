package io.jellybean.jobs.graph;

import io.jellybean.jobs.routing.WeightedRouter;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.Route;
import io.jellybean.jobs.spec.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * What the vertices of one kind send, and the ways it goes from there.
 *
 * @param <T> the type of the records
 */
final class Outputs<T> {

    private final JobSpec job;
    private final TypeInformation<T> type;
    private final Map<String, Vertex> vertexByUid = new HashMap<>();
    private final Map<String, SingleOutputStreamOperator<T>> streamByUid = new HashMap<>();
    private final Map<Route, SingleOutputStreamOperator<T>> routerByRoute = new HashMap<>();

    Outputs(JobSpec job, Class<T> type) {
        this.job = job;
        this.type = TypeInformation.of(type);
    }

    void add(Vertex vertex, SingleOutputStreamOperator<T> stream) {
        vertexByUid.put(vertex.uid(), vertex);
        streamByUid.put(vertex.uid(), stream);
    }

    /**
     * What a vertex receives of this type from all that send to it.
     *
     * @throws IllegalArgumentException if nobody sends it such records
     */
    DataStream<T> into(Vertex receiver) {
        List<DataStream<T>> inputs = new ArrayList<>();
        for (Route route : job.routesTo(receiver.node())) {
            if (streamByUid.containsKey(route.from())
                    && route.shares().stream().anyMatch(share -> share.vertex().equals(receiver.uid()))) {
                inputs.add(along(route, receiver));
            }
        }
        return union(inputs)
                .orElseThrow(() -> new IllegalArgumentException("operator %s takes %s, but nobody sends it any"
                        .formatted(receiver.node(), type.getTypeClass().getSimpleName())));
    }

    /** What all vertices of an operator send; empty if they send records of another type. */
    Optional<DataStream<T>> from(String operator) {
        return union(vertexByUid.values().stream()
                .filter(vertex -> vertex.node().equals(operator))
                .<DataStream<T>>map(vertex -> streamByUid.get(vertex.uid()))
                .toList());
    }

    private DataStream<T> along(Route route, Vertex receiver) {
        SingleOutputStreamOperator<T> sender = java.util.Objects.requireNonNull(streamByUid.get(route.from()));
        if (route.shares().size() == 1) {
            return sender;
        }
        return routerByRoute
                .computeIfAbsent(route, unrouted -> router(sender, unrouted))
                .getSideOutput(tag(receiver.uid()));
    }

    /** Chained to its sender: a record is shared out before it leaves the slot. */
    private SingleOutputStreamOperator<T> router(SingleOutputStreamOperator<T> sender, Route route) {
        List<OutputTag<T>> targets =
                route.shares().stream().map(share -> tag(share.vertex())).toList();
        List<Double> weights = route.shares().stream().map(Route.Share::weight).toList();
        Vertex vertex = java.util.Objects.requireNonNull(vertexByUid.get(route.from()));
        String uid = "%s=>%s".formatted(route.from(), route.to());
        return sender.process(new WeightedRouter<>(targets, weights), type)
                .uid(uid)
                .name(uid)
                .setParallelism(vertex.parallelism())
                .slotSharingGroup(vertex.slotGroup().name());
    }

    private OutputTag<T> tag(String vertex) {
        return new OutputTag<>(vertex, type);
    }

    private Optional<DataStream<T>> union(List<DataStream<T>> streams) {
        return streams.stream().reduce((left, right) -> left.union(right));
    }
}
