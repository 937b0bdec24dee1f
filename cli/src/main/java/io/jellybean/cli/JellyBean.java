package io.jellybean.cli;

import io.jellybean.cli.cluster.process.ChildFailedException;
import io.jellybean.cli.cluster.process.PortTakenException;
import io.jellybean.cli.cluster.rest.FlinkRestException;
import io.jellybean.cli.demo.DemoCommand;
import io.jellybean.cli.deploy.ClusterCommand;
import io.jellybean.cli.deploy.DeploymentFailedException;
import io.jellybean.cli.deploy.SubmitCommand;
import io.jellybean.cli.evaluate.EvaluateCommand;
import io.jellybean.cli.feed.FeedCommand;
import io.jellybean.cli.plan.CompareCommand;
import io.jellybean.cli.plan.ExplainCommand;
import io.jellybean.cli.plan.FrontierCommand;
import io.jellybean.cli.plan.PlanCommand;
import io.jellybean.cli.plan.TiersCommand;
import io.jellybean.cli.profile.ProfileCommand;
import io.jellybean.cli.replan.ReplanCommand;
import io.jellybean.cli.replan.StatusCommand;
import io.jellybean.cli.replan.WatchCommand;
import io.jellybean.cli.score.ScoreCommand;
import io.jellybean.cli.speech.SpeechCommand;
import io.jellybean.cli.street.QuestionsCommand;
import io.jellybean.cli.street.StreetCommand;
import io.jellybean.cli.watch.WatchResultsCommand;
import io.jellybean.domain.io.BadInputException;
import io.jellybean.jobs.security.UnusableSecurityException;
import io.jellybean.operators.inference.ProviderUnavailableException;
import io.jellybean.operators.inference.UnusableModelException;
import io.jellybean.planner.compile.IncompleteInputsException;
import io.jellybean.simulator.SpeechUnavailableException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code jellybean}. */
@Command(
        name = "jellybean",
        description = "Plans and serves machine-learning workflows over tiers of machines.",
        mixinStandardHelpOptions = true,
        version = "jellybean 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            PlanCommand.class,
            ExplainCommand.class,
            FrontierCommand.class,
            CompareCommand.class,
            TiersCommand.class,
            ProfileCommand.class,
            EvaluateCommand.class,
            ScoreCommand.class,
            ClusterCommand.class,
            SubmitCommand.class,
            StatusCommand.class,
            ReplanCommand.class,
            WatchCommand.class,
            FeedCommand.class,
            WatchResultsCommand.class,
            StreetCommand.class,
            QuestionsCommand.class,
            SpeechCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  jellybean demo",
            "  jellybean demo --inject-bad-frames 20",
            "  jellybean plan --problem examples/planning-problems/jellybean-vqa-medium.json --plan-out plan.json",
            "  jellybean explain plan.json",
            "  jellybean cluster up",
            "  jellybean submit --plan plan.json",
            "  jellybean profile --worker-type edge-box --out target/profile.json",
            "  jellybean evaluate --out target/profile.json",
            "  jellybean score --truth truth.txt --tracks tracks.txt",
            "  jellybean street --seeds 7 --out target/street-7",
            "",
            "Exit status: 0 done, 1 failed or bad input, 2 infeasible, 3 undecided, 130 interrupted."
        })
public final class JellyBean {

    /** What these say is for the user; a stack trace would hide it. Anything else is a bug and shows its trace. */
    private static final List<Class<? extends Exception>> SPEAK_FOR_THEMSELVES = List.of(
            BadInputException.class,
            ChildFailedException.class,
            CommandFailedException.class,
            DeploymentFailedException.class,
            FlinkRestException.class,
            IncompleteInputsException.class,
            PortTakenException.class,
            ProviderUnavailableException.class,
            UnusableModelException.class,
            UnusableSecurityException.class,
            SpeechUnavailableException.class);

    private JellyBean() {}

    /** Runs a command and ends the JVM with its exit status. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new JellyBean())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (SPEAK_FOR_THEMSELVES.stream().anyMatch(type -> type.isInstance(failure))) {
                        command.getErr().println("jellybean: " + failure.getMessage());
                    } else {
                        command.getErr().println("jellybean: this is a bug of JellyBean's; please report it with:");
                        failure.printStackTrace(command.getErr());
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .setParameterExceptionHandler((wrong, arguments) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println("jellybean: " + wrong.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
                    command.getErr()
                            .println("Maybe see: %s --help"
                                    .formatted(command.getCommandSpec().qualifiedName()));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
