package io.jellybean.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * The section of one benchmark on the page of all results. Its files are written when it is {@link #save saved}, and not before: a
 * benchmark that fails leaves what was measured last.
 */
public final class ResultsPage {

    private static final String PAGE = "README.md";

    private final Path folder;
    private final String name;
    private final String machine = MachineDescription.here(); // now, as a benchmark may confine this JVM to one core
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();

    private record Attachment(String file, Saved saved) {}

    private interface Saved {
        void to(Path file) throws IOException;
    }

    /**
     * @param folder of all results
     * @param name of the benchmark; its files begin with it
     */
    public ResultsPage(Path folder, String name, String title) {
        this.folder = folder;
        this.name = name;
        paragraphs.add("## " + title);
    }

    /** Adds a paragraph of Markdown. */
    public void text(String paragraph) {
        paragraphs.add(paragraph.strip());
    }

    /** Shows a table, and keeps it as {@code <name>-<what>.csv}. */
    public void table(String what, ResultTable table) {
        paragraphs.add(table.markdown().strip());
        keep(what, table);
    }

    /** Keeps a table without showing it. */
    public void keep(String what, ResultTable table) {
        attachments.add(new Attachment(file(what, ".csv"), file -> Files.writeString(file, table.csv())));
    }

    /** Shows a plot, kept as {@code <name>-<what>.png}. */
    public void plot(String what, Chart<?, ?> chart) {
        String file = file(what, ".png");
        paragraphs.add("![%s](%s)".formatted(chart.getTitle(), file));
        attachments.add(new Attachment(
                file, path -> BitmapEncoder.saveBitmap(chart, path.toString(), BitmapEncoder.BitmapFormat.PNG)));
    }

    /**
     * Writes the section and what belongs to it, and the page of all sections anew.
     *
     * @return the page
     */
    public Path save() {
        try {
            Files.createDirectories(folder);
            for (Attachment attachment : attachments) {
                attachment.saved().to(folder.resolve(attachment.file()));
            }
            Files.writeString(
                    folder.resolve(name + ".md"), String.join("\n\n", paragraphs) + "\n\n*" + machine + "*\n");
            Path page = folder.resolve(PAGE);
            Files.writeString(page, "# Results\n\nWritten by `benchmarks/run`.\n\n" + sections());
            return page;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write results to " + folder, failed);
        }
    }

    private String sections() throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> sections = files.filter(file -> file.toString().endsWith(".md") && !file.endsWith(PAGE))
                    .sorted()
                    .toList();
            List<String> texts = new ArrayList<>();
            for (Path section : sections) {
                texts.add(Files.readString(section));
            }
            return texts.stream().collect(Collectors.joining("\n"));
        }
    }

    private String file(String what, String ending) {
        return name + "-" + what + ending;
    }
}
