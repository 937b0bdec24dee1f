package io.jellybean.cli.kafka;

import io.jellybean.cli.CommandFailedException;

/** What a person is told if nothing can be done at a broker. */
final class UnusableBroker {

    private UnusableBroker() {}

    /** The address is none, or of a host that this machine does not know; it may be a user's or that of a job. */
    static CommandFailedException address(String bootstrapServers, Exception reason) {
        Throwable cause = reason.getCause() == null ? reason : reason.getCause();
        return new CommandFailedException(
                "the address of a Kafka broker must be HOST:PORT[,HOST:PORT...], of hosts that this machine knows, but was \"%s\": %s"
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
