package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import java.util.List;

/**
 * The accuracy of one operator by itself, as a search in the authors' style uses it; a plan is judged by the end-to-end
 * table alone.
 *
 * @param inputs the operators whose accuracies the samples start from
 * @param weight of the operator's cost among the others
 * @param variants with a cost and samples each
 */
public record OperatorAccuracy(String operator, List<String> inputs, double weight, List<Variant> variants) {
    public OperatorAccuracy {
        inputs = List.copyOf(inputs);
        variants = List.copyOf(variants);
        Require.notNegative("perOperatorAccuracy of %s: weight".formatted(operator), weight);
        for (Variant variant : variants) {
            for (Sample sample : variant.samples()) {
                if (sample.inputs().size() != inputs.size()) {
                    throw new IllegalArgumentException(
                            "perOperatorAccuracy of %s: a sample of %s must have one accuracy for each of %s, but has %s"
                                    .formatted(operator, variant.variant(), inputs, sample.inputs()));
                }
            }
        }
    }

    /**
     * A variant of the operator.
     *
     * @param cost by which a search orders variants, in any unit
     */
    public record Variant(String variant, double cost, List<Sample> samples) {
        public Variant {
            samples = List.copyOf(samples);
        }
    }

    /**
     * What comes out of what goes in.
     *
     * @param inputs the accuracy of each input, in the order of the operator's inputs
     * @param output the accuracy of the operator
     */
    public record Sample(List<Double> inputs, double output) {
        public Sample {
            inputs = List.copyOf(inputs);
        }
    }
}
