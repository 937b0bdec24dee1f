package io.jellybean.cli.deploy;

/** A job that did not come up as planned; the message says why. */
public final class DeploymentFailedException extends RuntimeException {
    public DeploymentFailedException(String message) {
        super(message);
    }
}
