package io.jellybean.cli.plan;

import io.jellybean.cli.terminal.Table;
import io.jellybean.domain.infrastructure.Infrastructure;
import io.jellybean.domain.infrastructure.Link;
import io.jellybean.domain.infrastructure.WorkerGroup;
import io.jellybean.domain.io.InfrastructureFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jellybean tiers}. */
@Command(
        name = "tiers",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows the tiers of an infrastructure. Where the file lists only workers and the links between them, tiers are derived "
                    + "from the links: workers that need none to each other stand together.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean tiers examples/planning-problems/published-infrastructure.yaml",
            "  jellybean tiers mine.yaml --out mine-with-tiers.yaml",
            "",
            "Exit status: 0 shown, 1 bad input."
        })
public final class TiersCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "An infrastructure.")
    private Path file = Path.of("infrastructure.yaml");

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the infrastructure with its tiers.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Infrastructure infrastructure = InfrastructureFile.read(file);
        System.out.println(new Table<String>()
                .text("tier", tier -> tier)
                .text("workers", tier -> workers(infrastructure, tier))
                .text("links to", tier -> links(infrastructure, tier))
                .of(infrastructure.tiers()));
        if (out != null) {
            InfrastructureFile.write(out, infrastructure);
        }
        return ExitCode.OK;
    }

    private static String workers(Infrastructure infrastructure, String tier) {
        return infrastructure.groups().stream()
                .filter(group -> group.tier().equals(tier))
                .map((WorkerGroup group) -> group.count() == 1 ? group.type() : group.count() + " x " + group.type())
                .collect(Collectors.joining(", "));
    }

    private static String links(Infrastructure infrastructure, String tier) {
        return infrastructure.links().stream()
                .filter(link -> link.fromTier().equals(tier))
                .map((Link link) -> "%s (%s $ per GB)".formatted(link.toTier(), link.usdPerGb()))
                .collect(Collectors.joining(", "));
    }
}
