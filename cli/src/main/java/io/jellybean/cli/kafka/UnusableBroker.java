package io.jellybean.cli.kafka;

import io.jellybean.cli.CommandFailedException;

/** What a person is told if nothing can be done at a broker. */
final class UnusableBroker {

    private UnusableBroker() {}

    /** The address is none. */
    static CommandFailedException address(String bootstrapServers, Exception reason) {
        Throwable cause = reason.getCause() == null ? reason : reason.getCause();
        return new CommandFailedException(
                "--bootstrap must be HOST:PORT[,HOST:PORT...], but was \"%s\": %s"
                        .formatted(bootstrapServers, cause.getMessage()),
                reason);
    }

    /** Nobody answers at the address, or the answer is a refusal. */
    static CommandFailedException silent(String bootstrapServers, Throwable reason) {
        return new CommandFailedException(
                "the Kafka broker at %s did not do what was asked: %s. Maybe start it, or name another with --bootstrap."
                        .formatted(bootstrapServers, reason.getMessage()),
                reason);
    }
}
