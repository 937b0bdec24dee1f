package io.jellybean.cli.watch;

import io.jellybean.cli.CommandFailedException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which topic holds what.
 *
 * @param kindByTopic in the order in which they were named
 */
record ResultTopics(Map<String, ResultKind> kindByTopic) {

    /**
     * Topics as a person names them: {@code tracks}, or {@code tracks=street-7.tracks} where the name does not say what it holds.
     *
     * @param words none for all kinds
     * @throws CommandFailedException if it is not clear what a topic holds
     */
    static ResultTopics parse(List<String> words) {
        Map<String, ResultKind> kindByTopic = new LinkedHashMap<>();
        if (words.isEmpty()) {
            Arrays.stream(ResultKind.values()).forEach(kind -> kindByTopic.put(kind.label(), kind));
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            String kind = equals < 0 ? word : word.substring(0, equals);
            kindByTopic.put(word.substring(equals + 1), kind(kind));
        }
        return new ResultTopics(kindByTopic);
    }

    /** The topic of a kind, if one was named. */
    Optional<String> of(ResultKind kind) {
        return kindByTopic.entrySet().stream()
                .filter(topic -> topic.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    List<String> names() {
        return List.copyOf(kindByTopic.keySet());
    }

    private static ResultKind kind(String label) {
        return Arrays.stream(ResultKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new CommandFailedException(
                        "a topic must be one of %s, or such a word with its name, such as tracks=street-7.tracks, but was \"%s\""
                                .formatted(
                                        Arrays.stream(ResultKind.values())
                                                .map(ResultKind::label)
                                                .collect(Collectors.joining(", ")),
                                        label)));
    }
}
