package io.jellybean.jobs.graph;

import io.jellybean.domain.result.AssociatedTrack;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.record.FollowedFrame;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.record.VehicleFrame;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.stage.AssociateFunction;
import io.jellybean.jobs.stage.DetectFunction;
import io.jellybean.jobs.stage.EmbedFunction;
import io.jellybean.jobs.stage.TrackFunction;
import java.util.List;

/** The vertices that find, describe, follow and recognise vehicles. */
final class VehicleGraph {

    /** All cameras of a workflow are of one street. */
    private static final String STREET = "street";

    private final Placing placing;
    private final Outputs<NumberedFrame> frames;
    private final Outputs<VehicleFrame> vehicles;
    private final Outputs<FollowedFrame> followed;
    private final Outputs<AssociatedTrack> associated;

    VehicleGraph(Placing placing, Outputs<NumberedFrame> frames) {
        this.placing = placing;
        this.frames = frames;
        this.vehicles = new Outputs<>(placing.job(), VehicleFrame.class);
        this.followed = new Outputs<>(placing.job(), FollowedFrame.class);
        this.associated = new Outputs<>(placing.job(), AssociatedTrack.class);
    }

    /** What leaves detectors and embedders. */
    Outputs<VehicleFrame> vehicles() {
        return vehicles;
    }

    /** What leaves trackers. */
    Outputs<FollowedFrame> followed() {
        return followed;
    }

    /** What leaves associators. */
    Outputs<AssociatedTrack> associated() {
        return associated;
    }

    void addDetector(Vertex vertex) {
        DetectFunction detect = new DetectFunction(
                vertex.node(), placing.model(vertex), placing.feeds(vertex.node(), OperatorKind.EMBED));
        vehicles.add(
                vertex,
                placing.placeRefusing(vertex, frames.into(vertex).rebalance().process(detect)));
    }

    void addEmbedder(Vertex vertex) {
        vehicles.add(
                vertex,
                placing.place(
                        vertex, vehicles.into(vertex).rebalance().process(new EmbedFunction(placing.model(vertex)))));
    }

    void addTracker(Vertex vertex) {
        TrackFunction track = new TrackFunction(
                labels(vertex.node()), placing.feeds(vertex.node(), OperatorKind.ASSOCIATE), embedding());
        followed.add(
                vertex,
                placing.place(
                        vertex,
                        vehicles.into(vertex).keyBy(VehicleFrame::camera).process(track)));
    }

    void addAssociator(Vertex vertex) {
        associated.add(
                vertex,
                placing.place(
                        vertex,
                        followed.into(vertex).keyBy(frame -> STREET).process(new AssociateFunction(embedding()))));
    }

    /** The hash of the network that describes how vehicles look; empty if there is none. */
    private String embedding() {
        return placing.first(OperatorKind.EMBED)
                .map(operator -> placing.job().sha256ByVariant().getOrDefault(placing.variant(operator.id()), ""))
                .orElse("");
    }

    /** The classes that the detector before a tracker knows, perhaps with an embedder between them. */
    private List<String> labels(String tracker) {
        String node = tracker;
        while (placing.job().workflow().operator(node).kind() != OperatorKind.DETECT) {
            node = placing.job().workflow().channelsInto(node).stream()
                    .map(Channel::from)
                    .findFirst()
                    .orElseThrow();
        }
        return PackagedModels.detectorManifest(placing.variant(node)).labels();
    }
}
