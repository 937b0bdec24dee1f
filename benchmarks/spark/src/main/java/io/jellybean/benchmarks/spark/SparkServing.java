package io.jellybean.benchmarks.spark;

import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;

/**
 * A process that serves the records of topics on Spark Structured Streaming with one core, until it is ended. Arguments: broker, topics
 * with commas between them, folder of models, variants as {@code operator=variant} with commas between them, folder for checkpoints,
 * most records of a micro-batch. It says which version of Spark it has.
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
        SparkWorkflow workflow = SparkWorkflow.of(
                args[2],
                Stream.of(args[3].split(",", -1))
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1])));
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .appName("jellybean")
                .config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 1)
                .getOrCreate();
        System.out.println(spark.version());
        Dataset<Row> records = spark.readStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", kafka)
                .option("subscribe", args[1])
                .option("startingOffsets", "earliest")
                .option("includeHeaders", true)
                .option("maxOffsetsPerTrigger", args[5])
                .load()
                .selectExpr("cast(key as string) as key", "offset", "timestamp", "value", "headers");
        StreamingQuery query = workflow.serve(records)
                .selectExpr("key", "json as value")
                .writeStream()
                .format("kafka")
                .option("kafka.bootstrap.servers", kafka)
                .option("topic", workflow.results())
                .option("checkpointLocation", args[4])
                .outputMode(OutputMode.Append())
                .start();
        query.awaitTermination();
    }
}
