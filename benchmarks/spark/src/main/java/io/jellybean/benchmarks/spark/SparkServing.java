package io.jellybean.benchmarks.spark;

import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/**
 * A process that serves frames of a topic on Spark Structured Streaming with one core, until it is ended. Arguments: broker, topic of
 * the frames, folder of models, detector, embedder or {@code -}, folder for checkpoints, most frames of a micro-batch. It says which version
 * of Spark it has.
 */
public final class SparkServing {

    private SparkServing() {}

    /**
     * Serves.
     *
     * @throws StreamingQueryException if the query fails
     * @throws TimeoutException if it does not start
     */
    public static void main(String[] args) throws StreamingQueryException, TimeoutException {
        String kafka = args[0];
        SparkOperators operators = new SparkOperators(args[2], args[3], args[4].equals("-") ? null : args[4]);
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .appName("jellybean")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 1)
                .getOrCreate();
        System.out.println(spark.version());
        Dataset<Row> frames = spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", kafka)
                .option("subscribe", args[1])
                .option("startingOffsets", "earliest")
                .option("maxOffsetsPerTrigger", args[6])
                .load()
                .selectExpr("cast(key as string) as camera", "offset", "timestamp", "value");
        StreamingQuery query = (operators.tracks() ? tracked(frames, operators) : detected(frames, operators))
                .toDF("key", "value")
                .writeStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", kafka)
                .option("topic", operators.tracks() ? "tracks" : "detections")
                .option("checkpointLocation", args[5])
                .outputMode(OutputMode.Append())
                .start();
        query.awaitTermination();
    }

    private static Dataset<Row> detected(Dataset<Row> frames, SparkOperators operators) {
        return frames.mapPartitions(
                        (MapPartitionsFunction<Row, SparkResult>) operators::detect, Encoders.bean(SparkResult.class))
                .select("camera", "json");
    }

    private static Dataset<Row> tracked(Dataset<Row> frames, SparkOperators operators) {
        return frames.mapPartitions(
                        (MapPartitionsFunction<Row, SparkSeen>) operators::see,
                        Encoders.javaSerialization(SparkSeen.class))
                .groupByKey((MapFunction<SparkSeen, String>) SparkSeen::camera, Encoders.STRING())
                .flatMapGroupsWithState(
                        (FlatMapGroupsWithStateFunction<String, SparkSeen, SparkCamera, SparkResult>) operators::follow,
                        OutputMode.Append(),
                        Encoders.javaSerialization(SparkCamera.class),
                        Encoders.bean(SparkResult.class),
                        GroupStateTimeout.NoTimeout())
                .select("camera", "json");
    }
}
