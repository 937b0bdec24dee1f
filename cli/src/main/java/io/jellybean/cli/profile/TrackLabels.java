package io.jellybean.cli.profile;

import io.jellybean.domain.model.DetectorModel;
import io.jellybean.operators.inference.Networks;
import java.util.List;

/** The classes that a tracker gets from its detector. */
final class TrackLabels {

    private TrackLabels() {}

    static List<String> of(Networks networks, String detector) {
        if (networks.manifest(detector) instanceof DetectorModel model) {
            return model.labels();
        }
        throw new IllegalArgumentException("model %s: its task must be detect, but is %s. Maybe correct the workflow."
                .formatted(detector, networks.manifest(detector).task()));
    }
}
