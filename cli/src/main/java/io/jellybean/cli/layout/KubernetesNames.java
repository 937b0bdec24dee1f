package io.jellybean.cli.layout;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.domain.infrastructure.Infrastructure;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What tiers and types may be called where their names become those of Kubernetes' objects. That they are lower-case letters, digits and
 * dashes is known already.
 */
final class KubernetesNames {

    /** Of a StatefulSet: a label of its pods has its name and eleven letters more, and is at most 63 long. */
    private static final int MOST_LETTERS = 52;

    private KubernetesNames() {}

    /**
     * Checks them.
     *
     * @throws CommandFailedException with all that Kubernetes would refuse
     */
    static void require(Infrastructure infrastructure) {
        Set<String> problems = new LinkedHashSet<>();
        for (PlannedWorker worker : PlannedCluster.kinds(infrastructure)) {
            if (worker.tier().endsWith("-")) {
                problems.add("tiers: \"%s\" must not end with a dash".formatted(worker.tier()));
            }
            if (worker.type() != null && worker.type().endsWith("-")) {
                problems.add("workers: type \"%s\" must not end with a dash".formatted(worker.type()));
            }
            if (worker.group().length() > MOST_LETTERS) {
                problems.add("workers: \"%s\", which names their pods after tier and type, must have at most %d letters"
                        .formatted(worker.group(), MOST_LETTERS));
            }
        }
        if (!problems.isEmpty()) {
            throw new CommandFailedException("infrastructure %s: on Kubernetes %s. Maybe rename them."
                    .formatted(infrastructure.id(), String.join("; ", problems)));
        }
    }
}
