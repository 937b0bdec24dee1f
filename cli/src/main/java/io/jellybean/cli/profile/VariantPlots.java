package io.jellybean.cli.profile;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.domain.model.MeasuredAccuracy;
import io.jellybean.domain.profile.Profile;
import io.jellybean.domain.profile.ServiceTime;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.operators.inference.Networks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One plot for each operator that runs a model. */
final class VariantPlots {

    private static final double NANOS_PER_MS = 1e6;

    private final Chain chain;
    private final Networks networks;
    private final Profile profile;

    VariantPlots(Chain chain, Networks networks, Profile profile) {
        this.chain = chain;
        this.networks = networks;
        this.profile = profile;
    }

    void save(Path folder) {
        try {
            Files.createDirectories(folder);
            for (Operator operator : chain.workflow().operators()) {
                if (operator.needsModel()) {
                    plot(operator).save(folder);
                }
            }
        } catch (IOException unwritable) {
            throw new CommandFailedException(
                    "the folder %s cannot be written: %s. Maybe name another with --plot."
                            .formatted(folder, unwritable),
                    unwritable);
        }
    }

    private ParetoPlot plot(Operator operator) {
        List<ParetoPlot.Variant> variants = new ArrayList<>();
        for (ServiceTime row : profile.serviceTimes()) {
            if (row.operator().equals(operator.id())) {
                variants.add(new ParetoPlot.Variant(
                        row.variant(),
                        row.time().toNanos() / NANOS_PER_MS,
                        accuracy(networks.manifest(row.variant()).accuracy())));
            }
        }
        MeasuredAccuracy first = networks.manifest(operator.variants().get(0)).accuracy();
        return new ParetoPlot(operator.id(), isError(first) ? "1 - " + first.metric() : first.metric(), variants);
    }

    /** More is better. */
    private static double accuracy(MeasuredAccuracy measured) {
        return isError(measured) ? 1 - measured.value() : measured.value();
    }

    private static boolean isError(MeasuredAccuracy measured) {
        return measured.metric().startsWith("WER");
    }
}
