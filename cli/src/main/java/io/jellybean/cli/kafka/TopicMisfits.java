package io.jellybean.cli.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is wrong with a topic that was there already. More room than JellyBean would give is fine, less is not; what it keeps must
 * be bounded, however generously.
 */
final class TopicMisfits {

    private static final String UNBOUNDED = "-1";

    private final Topic wanted;
    private final Map<String, String> actual;

    /**
     * @param actual the settings that are in force, the broker's defaults among them
     */
    TopicMisfits(Topic wanted, Map<String, String> actual) {
        this.wanted = wanted;
        this.actual = actual;
    }

    /** One message with all that does not fit and the command that mends it; empty if all fits. */
    Optional<String> message(String bootstrapServers) {
        List<String> broken = new ArrayList<>();
        Map<String, String> fixes = new TreeMap<>();
        new TreeMap<>(wanted.settings()).forEach((setting, value) -> {
            String rule = brokenRule(setting, value, actual.getOrDefault(setting, ""));
            if (!rule.isEmpty()) {
                broken.add(
                        "%s must be %s, but is %s".formatted(setting, rule, actual.getOrDefault(setting, "not set")));
                fixes.put(setting, value);
            }
        });
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        String settings = fixes.entrySet().stream()
                .map(fix -> fix.getKey() + "=" + fix.getValue())
                .collect(Collectors.joining(","));
        return Optional.of(
                "topic %s does not fit: %s. Maybe change it: kafka-configs.sh --bootstrap-server %s --alter --topic %s --add-config %s"
                        .formatted(
                                wanted.name(), String.join("; ", broken), bootstrapServers, wanted.name(), settings));
    }

    /** The rule that a value breaks, in words; empty if it breaks none. */
    private static String brokenRule(String setting, String wanted, String actual) {
        return switch (setting) {
            case "max.message.bytes" ->
                actual.isEmpty() || Long.parseLong(actual) < Long.parseLong(wanted) ? "at least " + wanted : "";
            case "retention.ms", "retention.bytes" -> actual.isEmpty() || actual.equals(UNBOUNDED) ? "bounded" : "";
            case "cleanup.policy", "message.timestamp.type" -> actual.equals(wanted) ? "" : wanted;
            default -> ""; // the rest is a matter of taste
        };
    }
}
