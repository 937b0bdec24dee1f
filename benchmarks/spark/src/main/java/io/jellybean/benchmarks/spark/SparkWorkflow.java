package io.jellybean.benchmarks.spark;

import io.jellybean.domain.model.ExecutionProvider;
import io.jellybean.operators.inference.Networks;
import io.jellybean.operators.onnx.ModelFolder;
import io.jellybean.operators.onnx.OnnxNetworks;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A workflow on Spark, over rows of key, offset, timestamp, value and headers of Kafka's records. */
interface SparkWorkflow {

    /** The topic of its results. */
    String results();

    /** From records to results. */
    Dataset<SparkResult> serve(Dataset<Row> records);

    /** The workflow that has these operators. */
    static SparkWorkflow of(String models, Map<String, String> variants) {
        String recogniser = variants.get("recognise");
        return recogniser == null
                ? new SparkVehicles(models, variant(variants, "detect"), variants.get("embed"))
                : new SparkQuestions(models, recogniser, variant(variants, "extract"), variant(variants, "answer"));
    }

    private static String variant(Map<String, String> variants, String operator) {
        return Objects.requireNonNull(variants.get(operator), operator);
    }

    static Networks networks(String models) {
        return new OnnxNetworks(new ModelFolder(Path.of(models)), ExecutionProvider.CPU);
    }

    static String key(Row record) {
        return record.getAs("key");
    }

    static long offset(Row record) {
        return record.<Long>getAs("offset");
    }

    static long timestampMillis(Row record) {
        return record.<Timestamp>getAs("timestamp").getTime();
    }

    static byte[] value(Row record) {
        return record.getAs("value");
    }

    /** Rows of key and value; empty: it has none. */
    static List<Row> headers(Row record) {
        int headers = record.fieldIndex("headers");
        return record.isNullAt(headers) ? List.of() : record.getList(headers);
    }

    static <T> Stream<T> stream(Iterator<T> items) {
        Iterable<T> once = () -> items;
        return StreamSupport.stream(once.spliterator(), false);
    }
}
