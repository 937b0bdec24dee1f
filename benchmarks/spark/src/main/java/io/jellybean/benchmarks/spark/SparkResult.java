package io.jellybean.benchmarks.spark;

import java.io.Serializable;

/** A record of the topic of results; a bean, as Spark's encoders want it. */
@SuppressWarnings("NullAway.Init") // Spark sets all of it.
public final class SparkResult implements Serializable {

    private static final long serialVersionUID = 1;

    private String key;
    private byte[] json;

    /** For Spark. */
    public SparkResult() {}

    SparkResult(String key, byte[] json) {
        this.key = key;
        this.json = json;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public byte[] getJson() {
        return json;
    }

    public void setJson(byte[] json) {
        this.json = json;
    }
}
