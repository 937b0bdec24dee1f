package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.domain.plan.Plan;
import io.jellybean.planner.explain.Explanation;
import io.jellybean.planner.explain.WhatIf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a plan is as it is, for a person to read. */
final class ExplanationText {

    private record VariantRow(String operator, String variant, String cost, String comment) {}

    private final AnsweredProblem answered;
    private final Explanation explanation;

    ExplanationText(AnsweredProblem answered, Explanation explanation) {
        this.answered = answered;
        this.explanation = explanation;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(new PlanText(answered).text());
        lines.add("");
        lines.add("Variants: the cheapest plan with each");
        lines.add(variants());
        lines.add("");
        lines.add("Rules that bind: without one of them there would be a cheaper plan");
        lines.add(
                explanation.withoutRules().isEmpty()
                        ? "  none"
                        : costs("without the rule", explanation.withoutRules()));
        lines.add("");
        lines.add("One step more or less");
        lines.add(costs("step", explanation.steps()));
        return String.join("\n", lines);
    }

    private String variants() {
        List<VariantRow> rows = new ArrayList<>();
        for (Map.Entry<String, List<WhatIf>> operator :
                explanation.otherVariants().entrySet()) {
            if (operator.getValue().isEmpty()) {
                continue;
            }
            String taken = explanation.plan().variantByOperator().getOrDefault(operator.getKey(), "");
            rows.add(new VariantRow(operator.getKey(), taken, cost(explanation.plan()), "taken"));
            operator.getValue()
                    .forEach(other ->
                            rows.add(new VariantRow(operator.getKey(), other.change(), cost(other), comment(other))));
        }
        if (rows.isEmpty()) {
            return "  no operator has a choice";
        }
        return new Table<VariantRow>()
                .text("operator", VariantRow::operator)
                .text("variant", VariantRow::variant)
                .number("$ per hour", VariantRow::cost)
                .text("", VariantRow::comment)
                .of(rows);
    }

    private String costs(String what, List<WhatIf> changes) {
        return new Table<WhatIf>()
                .text(what, WhatIf::change)
                .number("$ per hour", ExplanationText::cost)
                .text("", this::comment)
                .of(changes);
    }

    /** What differs from the plan, or why there is none. */
    private String comment(WhatIf whatIf) {
        Plan other = whatIf.plan();
        if (other == null) {
            return String.join("; ", whatIf.reasons());
        }
        double difference = other.cost().total() - explanation.plan().cost().total();
        String otherVariants = other.variantByOperator().entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .equals(explanation.plan().variantByOperator().get(entry.getKey())))
                .map(entry -> entry.getKey() + " as " + entry.getValue())
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%+.4f", difference) + (otherVariants.isEmpty() ? "" : ", " + otherVariants);
    }

    private static String cost(WhatIf whatIf) {
        Plan other = whatIf.plan();
        return other == null ? "no plan" : cost(other);
    }

    private static String cost(Plan plan) {
        return String.format(Locale.ROOT, "%.4f", plan.cost().total());
    }
}
