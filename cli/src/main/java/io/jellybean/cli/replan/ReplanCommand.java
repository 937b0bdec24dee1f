package io.jellybean.cli.replan;

import io.jellybean.cli.JellyBeanHome;
import io.jellybean.cli.cluster.rest.FlinkRest;
import io.jellybean.cli.deploy.ClusterOptions;
import io.jellybean.cli.deploy.DeployedJob;
import io.jellybean.cli.deploy.DeployedJobs;
import io.jellybean.cli.deploy.DeploymentFailedException;
import io.jellybean.cli.deploy.Redeployment;
import io.jellybean.cli.deploy.RedeploymentJournal;
import io.jellybean.cli.plan.CostLines;
import io.jellybean.cli.plan.Outcomes;
import io.jellybean.cli.plan.PlanText;
import io.jellybean.cli.plan.UserFiles;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.cli.terminal.TimeConverter;
import io.jellybean.domain.plan.AnsweredProblem;
import io.jellybean.domain.plan.Plan;
import io.jellybean.domain.problem.PlanningProblem;
import io.jellybean.planner.PlanningOutcome;
import io.jellybean.planner.compile.PlanningInputs;
import io.jellybean.planner.replan.MeasuredInputs;
import io.jellybean.planner.replan.MetricSnapshot;
import io.jellybean.planner.replan.PlanDeployer;
import io.jellybean.planner.replan.PlanDifference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean replan}. */
@Command(
        name = "replan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the running job - rates, service times, message sizes, selectivities -, plans again with that, shows how "
                    + "the new plan differs from the running one, and moves the job to it if you say so.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean replan --workflow examples/vehicle-tracking/workflow.yaml \\",
            "      --infrastructure examples/vehicle-tracking/infrastructure.yaml \\",
            "      --profile examples/vehicle-tracking/profile.yaml",
            "",
            "Exit status: 0 moved, or nothing to move, 1 failed or not wanted, 2 infeasible, 3 undecided."
        })
public final class ReplanCommand implements Callable<Integer> {

    @Mixin
    private UserFiles userFiles = new UserFiles();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--measure",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            defaultValue = "15s",
            description = "For how long to measure (default: ${DEFAULT-VALUE}).")
    private Duration measure = Duration.ZERO;

    @Option(
            names = "--asked-rates",
            description = "Plan for the rates of the workflow's file, not for those that are measured.")
    private boolean askedRates;

    @Option(names = "--yes", description = "Do not ask before the job is moved.")
    private boolean yes;

    @Override
    public Integer call() throws InterruptedException {
        PlanningInputs files = userFiles.read();
        FlinkRest flink = cluster.flink();
        String workflow = files.together().id();
        try (RedeploymentJournal journal = cluster.journal(workflow)) {
            Redeployment redeployment = new Redeployment(flink, JellyBeanHome.ofThisBuild(), journal);
            redeployment.finishUnfinished();
            DeployedJob deployed = new DeployedJobs(flink).the(workflow);
            try (WatchedJob job = new WatchedJob(
                    flink,
                    deployed,
                    redeployment,
                    () -> files,
                    Clock.systemUTC(),
                    remark -> System.err.println(remark))) {
                PlanningInputs measured = measured(job, files);
                PlanningProblem problem = measured.problem();
                PlanningOutcome outcome = planned(problem);
                Optional<Plan> plan = outcome.fold(
                        planned -> Optional.of(planned.plan()),
                        infeasible -> Optional.empty(),
                        undecided -> Optional.empty());
                if (plan.isEmpty()) {
                    return outcome.fold(planned -> ExitCode.OK, Outcomes::report, Outcomes::report);
                }
                return moved(job, measured, new AnsweredProblem(problem, plan.get()));
            }
        }
    }

    private PlanningInputs measured(WatchedJob job, PlanningInputs files) throws InterruptedException {
        try (Step step = Terminal.ofStandardError().step("Measuring the running job", measure.toSeconds())) {
            MetricSnapshot first = CompleteSnapshot.of(job);
            for (long second = 0; second < measure.toSeconds(); second++) {
                Thread.sleep(1_000);
                step.advance();
            }
            MetricSnapshot second = CompleteSnapshot.of(job);
            PlanningInputs measured = new MeasuredInputs(files, job.plan()).between(first, second);
            step.done(String.join(", ", rates(measured)));
            return askedRates ? new MeasuredInputs(files, job.plan()).withMeasuredBetween(first, second) : measured;
        }
    }

    private static List<String> rates(PlanningInputs measured) {
        return measured.problem().sources().stream()
                .map(source -> String.format(Locale.ROOT, "%s %.1f/s", source.id(), source.ratePerSecond()))
                .toList();
    }

    private PlanningOutcome planned(PlanningProblem problem) {
        try (Step step = Terminal.ofStandardError().step("Planning " + problem.name())) {
            PlanningOutcome outcome = userFiles.planner().plan(problem);
            step.done(Outcomes.word(outcome));
            return outcome;
        }
    }

    private int moved(WatchedJob job, PlanningInputs measured, AnsweredProblem next) throws InterruptedException {
        PlanDifference difference = new PlanDifference(job.plan(), next.plan());
        System.out.println(new PlanText(next).text());
        if (difference.isNone()) {
            System.out.println("The running plan is the same: nothing moves.");
            return ExitCode.OK;
        }
        System.out.println("Against the running plan:");
        difference.variants().forEach(line -> System.out.println("  variant  " + line));
        difference.workers().forEach(line -> System.out.println("  workers  " + line));
        difference.moves().forEach(line -> System.out.println("  place    " + line));
        System.out.printf(
                "  cost     %s instead of %s%n",
                CostLines.dollars(next.plan().cost().total()),
                CostLines.dollars(job.plan().cost().total()));
        if (!yes && !isWanted()) {
            System.err.println("jellybean: nothing was moved");
            return ExitCode.SOFTWARE;
        }
        PlanDeployer.Redeployed redeployed;
        try (Step step = Terminal.ofStandardError().step("Moving the job")) {
            redeployed = job.redeploy(next.plan(), measured);
            step.done(redeployed.moved() ? redeployed.remark() : "not moved");
        }
        if (!redeployed.moved()) {
            throw new DeploymentFailedException(redeployed.remark());
        }
        return ExitCode.OK;
    }

    private static boolean isWanted() {
        System.err.print("Move the job? [y/N] ");
        System.err.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException nobodyThere) {
            return false;
        }
    }
}
