package io.jellybean.cli.plan;

import io.jellybean.planner.Planner;
import io.jellybean.planner.baseline.AuthorsPlanner;
import io.jellybean.planner.baseline.LowestTierPlanner;
import io.jellybean.planner.baseline.MostAccuratePlanner;
import io.jellybean.planner.baseline.TopTierPlanner;
import io.jellybean.planner.solver.MixedIntegerPlanner;
import io.jellybean.planner.solver.RoundedRelaxationPlanner;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one would do instead, each by its name. */
public final class ComparedPlanners {

    private ComparedPlanners() {}

    /**
     * The other planners.
     *
     * @param jellybean places what they choose
     */
    public static Map<String, Planner> beside(MixedIntegerPlanner jellybean) {
        MixedIntegerPlanner optimal = jellybean.withoutReasons();
        Map<String, Planner> planners = new LinkedHashMap<>();
        planners.put("most accurate models, placed best", new MostAccuratePlanner(optimal));
        planners.put("everything in the top tier", new TopTierPlanner(optimal));
        planners.put("everything in the lowest tier that can", new LowestTierPlanner(optimal));
        planners.put("one tier per operator", optimal.withOneTierPerOperator());
        planners.put("linear relaxation, rounded up", new RoundedRelaxationPlanner(optimal.timeLimit()));
        planners.put("authors: beam search, greedy", AuthorsPlanner.greedy());
        planners.put("authors: with backtracking", AuthorsPlanner.withBacktracking());
        return planners;
    }
}
