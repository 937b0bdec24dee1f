package io.jellybean.domain.problem;

import io.jellybean.domain.Require;
import org.jspecify.annotations.Nullable;

/**
 * An arc of the problem's workflow; called an edge in the file.
 *
 * @param from id of a source or an operator
 * @param to id of an operator
 * @param ratio requests of the receiver per request of the sender, > 0
 * @param messageKb KB of 1024 bytes per request of the receiver, >= 0
 */
public record ProblemChannel(String from, String to, VariantRules ratio, VariantRules messageKb) {
    public ProblemChannel {
        ratio.rules().forEach(rule -> Require.positive("edge %s -> %s: ratio".formatted(from, to), rule.value()));
        messageKb
                .rules()
                .forEach(rule -> Require.notNegative("edge %s -> %s: messageKb".formatted(from, to), rule.value()));
    }

    /**
     * Requests of the receiver per request of the sender.
     *
     * @param fromVariant null if the channel leaves a source
     */
    public double ratio(@Nullable String fromVariant, String toVariant) {
        return ratio.value(fromVariant, toVariant).orElseThrow();
    }

    /**
     * KB of 1024 bytes per request of the receiver.
     *
     * @param fromVariant null if the channel leaves a source
     */
    public double messageKb(@Nullable String fromVariant, String toVariant) {
        return messageKb.value(fromVariant, toVariant).orElseThrow();
    }
}
