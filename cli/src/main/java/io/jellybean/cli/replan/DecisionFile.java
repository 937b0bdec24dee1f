package io.jellybean.cli.replan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jellybean.domain.plan.UsedGroup;
import io.jellybean.planner.replan.Decision;
import io.jellybean.planner.replan.DecisionLog;
import io.jellybean.planner.replan.DecisionOutcome;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Decisions as lines for a person, and as JSON records in a file. */
final class DecisionFile implements DecisionLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final JsonLines file;
    private final PrintStream out;

    DecisionFile(Path file, PrintStream out) {
        this.file = new JsonLines(file);
        this.out = out;
    }

    @Override
    public void decided(Decision decision) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("at", decision.at().toString());
        record.put("decision", decision.fold(hold -> "hold", move -> "move"));
        record.put("reason", word(decision.reason()));
        record.put("why", decision.why());
        record.put("requestsPerSecond", decision.requestsPerSecond());
        if (!Double.isNaN(decision.usdPerHour())) {
            record.put("usdPerHour", decision.usdPerHour());
        }
        Map<String, Object> predicted = decision.fold(hold -> Map.of(), DecisionFile::predicted);
        if (!predicted.isEmpty()) {
            record.put("predicted", predicted);
        }
        append(record);
        out.printf(
                "%s %s (%s): %s%s%n",
                TIME.format(decision.at()),
                decision.fold(hold -> "hold", move -> "move"),
                word(decision.reason()),
                decision.why(),
                rates(decision));
    }

    @Override
    public void cameOfIt(DecisionOutcome outcome) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("at", outcome.at().toString());
        record.put("outcomeOf", outcome.decidedAt().toString());
        record.put("moved", outcome.moved());
        record.put("remark", outcome.remark());
        if (!outcome.utilisationByGroup().isEmpty()) {
            record.put("utilisation", outcome.utilisationByGroup());
        }
        append(record);
        out.printf(
                "%s %s: %s%s%n",
                TIME.format(outcome.at()),
                outcome.moved() ? "moved" : "not moved",
                outcome.remark(),
                outcome.utilisationByGroup().isEmpty() ? "" : "; utilised " + percent(outcome.utilisationByGroup()));
    }

    /** A remark that is no decision. */
    void say(Instant at, String text) {
        out.printf("%s %s%n", TIME.format(at), text);
    }

    private static Map<String, Object> predicted(Decision.Move move) {
        Map<String, Object> predicted = new LinkedHashMap<>();
        predicted.put("usdPerHour", move.plan().cost().total());
        predicted.put("accuracies", move.plan().accuracies());
        predicted.put("variants", move.plan().variantByOperator());
        predicted.put(
                "utilisation",
                move.plan().groups().stream()
                        .collect(Collectors.toMap(
                                group -> group.group().toString(),
                                UsedGroup::utilisation,
                                Math::max,
                                LinkedHashMap::new)));
        return predicted;
    }

    private static String rates(Decision decision) {
        String rates = decision.requestsPerSecond().entrySet().stream()
                .map(rate -> String.format(Locale.ROOT, "%s %.1f/s", rate.getKey(), rate.getValue()))
                .collect(Collectors.joining(", "));
        String cost = Double.isNaN(decision.usdPerHour())
                ? ""
                : String.format(Locale.ROOT, ", %.4f $ per hour", decision.usdPerHour());
        return rates.isEmpty() ? "" : " [" + rates + cost + "]";
    }

    private static String percent(Map<String, Double> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(share -> String.format(Locale.ROOT, "%s %.0f %%", share.getKey(), 100 * share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String word(Decision.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void append(Map<String, Object> record) {
        try {
            file.append(JSON.writeValueAsString(record));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("No JSON can be made of " + record, impossible);
        }
    }
}
