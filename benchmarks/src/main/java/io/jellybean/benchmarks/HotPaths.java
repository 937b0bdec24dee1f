package io.jellybean.benchmarks;

import static io.jellybean.benchmarks.report.ResultTable.number;

import io.jellybean.benchmarks.report.ResultTable;
import io.jellybean.benchmarks.report.ResultsPage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The benchmarks of JMH, as a section of the results. */
final class HotPaths {

    private HotPaths() {}

    /**
     * Runs them.
     *
     * @param options JMH's own, such as a pattern of names
     */
    static Path run(Path results, List<String> options) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> measured = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(options.toArray(String[]::new)))
                        .shouldFailOnError(true)
                        .build())
                .run();
        ResultTable table = new ResultTable("what", "mean", "plus or minus", "unit", "forks x iterations");
        for (RunResult run : measured) {
            Result<?> result = run.getPrimaryResult();
            BenchmarkParams params = run.getParams();
            table.add(
                    name(params),
                    number(result.getScore(), 2),
                    number(result.getScoreError(), 2),
                    result.getScoreUnit(),
                    params.getForks() + " x " + params.getMeasurement().getCount());
        }
        ResultsPage page = new ResultsPage(results, "hot-paths", "Hot paths");
        String command = String.join(" ", "benchmarks/run hot-paths", String.join(" ", options))
                .strip();
        page.text("JMH's mean times and their 99.9 %% confidence intervals. `%s`".formatted(command));
        page.table("times", table);
        return page.save();
    }

    private static String name(BenchmarkParams params) {
        String name = params.getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
        String given = params.getParamsKeys().stream()
                .map(key -> key + " " + params.getParam(key))
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? name : name + ", " + given;
    }
}
