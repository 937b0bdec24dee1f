package io.jellybean.benchmarks;

import io.jellybean.benchmarks.engine.EngineOverhead;
import io.jellybean.benchmarks.engine.JobScale;
import io.jellybean.benchmarks.engine.RedeploymentGap;
import io.jellybean.benchmarks.engine.SparkComparison;
import io.jellybean.benchmarks.plans.PlanComparison;
import io.jellybean.benchmarks.plans.PlannerGrowth;
import io.jellybean.cli.JellyBeanHome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry point of {@code benchmarks/run}. */
public final class Benchmarks {

    private static final String HOT_PATHS = "hot-paths";

    private interface Run {
        Path into(Path results) throws Exception;
    }

    private Benchmarks() {}

    /**
     * Runs the one that is named, or all; a page in {@code benchmarks/results} shows what came of them. What follows {@code hot-paths} is
     * JMH's.
     *
     * @throws Exception whatever stops one
     */
    public static void main(String[] args) throws Exception {
        JellyBeanHome home = JellyBeanHome.ofThisBuild();
        List<String> options = args.length == 0 ? List.of() : List.of(args).subList(1, args.length);
        Map<String, Run> runs = new LinkedHashMap<>();
        runs.put("plans", new PlanComparison(home.path("examples"))::run);
        runs.put("growth", new PlannerGrowth(home.path("examples/planning-problems"))::run);
        runs.put("engine", new EngineOverhead(home)::run);
        runs.put("spark", new SparkComparison(home)::run);
        runs.put("scale", new JobScale(home)::run);
        runs.put("gap", new RedeploymentGap(home)::run);
        runs.put(HOT_PATHS, results -> HotPaths.run(results, options));
        String wanted = args.length == 0 ? "all" : args[0];
        boolean isKnown = args.length == 0 || runs.containsKey(wanted);
        boolean takesOptions = options.isEmpty() || wanted.equals(HOT_PATHS);
        if (!isKnown || !takesOptions) {
            System.err.printf("benchmarks: %s must be one of %s, or nothing for all%n", List.of(args), runs.keySet());
            System.exit(2);
        }
        for (Map.Entry<String, Run> run : runs.entrySet()) {
            if (args.length == 0 || run.getKey().equals(wanted)) {
                System.out.println(run.getValue().into(home.path("benchmarks/results")));
            }
        }
    }
}
