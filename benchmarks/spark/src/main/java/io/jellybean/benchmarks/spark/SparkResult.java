package io.jellybean.benchmarks.spark;

import java.io.Serializable;

/** A record of the topic of results; a bean, as Spark's encoders want it. */
@SuppressWarnings("NullAway.Init") // Spark sets all of it.
public final class SparkResult implements Serializable {

    private static final long serialVersionUID = 1;

    private String camera;
    private byte[] json;

    /** For Spark. */
    public SparkResult() {}

    SparkResult(String camera, byte[] json) {
        this.camera = camera;
        this.json = json;
    }

    public String getCamera() {
        return camera;
    }

    public void setCamera(String camera) {
        this.camera = camera;
    }

    public byte[] getJson() {
        return json;
    }

    public void setJson(byte[] json) {
        this.json = json;
    }
}
