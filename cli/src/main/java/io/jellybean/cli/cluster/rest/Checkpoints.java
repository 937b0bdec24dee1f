package io.jellybean.cli.cluster.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Flink's answer about a job's checkpoints: the latest of each kind, or null. */
final class Checkpoints {

    private Checkpoints() {}

    static Optional<String> restored(JsonNode answer) {
        JsonNode path = answer.at("/latest/restored/external_path");
        return path.isTextual() ? Optional.of(path.asText()) : Optional.empty();
    }

    static Optional<String> newest(JsonNode answer) {
        return Stream.of("completed", "savepoint")
                .map(kind -> answer.path("latest").path(kind))
                .filter(checkpoint -> checkpoint.hasNonNull("external_path"))
                // Flink discards a checkpoint that newer ones have replaced; a savepoint stays.
                .filter(checkpoint -> !checkpoint.path("discarded").asBoolean(false))
                .max(Comparator.comparingLong(
                        checkpoint -> checkpoint.path("id").asLong()))
                .map(checkpoint -> checkpoint.path("external_path").asText());
    }
}
