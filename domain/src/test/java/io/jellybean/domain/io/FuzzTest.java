package io.jellybean.domain.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Whatever stands in a file, it is read or refused with its mistakes; nothing else happens. */
class FuzzTest {

    private static final int MUTATIONS = 600;
    private static final List<String> SPLICES = List.of(
            ".inf",
            "-.inf",
            ".nan",
            "1e999",
            "-1",
            "0",
            "null",
            "~",
            "[]",
            "{}",
            "\"\"",
            "&a",
            "*a",
            "- ",
            ": ",
            "!!binary x",
            "!!float",
            "0x7fffffffffffffffff",
            "99999999999999999999",
            "1e-400",
            "true",
            "\u0000",
            "\t",
            "'",
            "{",
            "]",
            "---\n",
            "? x",
            "|",
            "<<: *a",
            "2026-01-01");

    private final Random random = new Random(7);

    @Test
    void workflows() throws IOException {
        fuzz("../examples/vehicle-tracking/workflow.yaml", WorkflowFile::parse);
    }

    @Test
    void infrastructures() throws IOException {
        fuzz("../examples/vehicle-tracking/infrastructure.yaml", InfrastructureFile::parse);
    }

    @Test
    void infrastructuresWithoutTiers() throws IOException {
        fuzz("../examples/planning-problems/published-infrastructure.yaml", InfrastructureFile::parse);
    }

    @Test
    void profiles() throws IOException {
        fuzz("../examples/vehicle-tracking/profile.yaml", ProfileFile::parse);
    }

    @Test
    void problems() throws IOException {
        fuzz("../examples/planning-problems/inf-bandwidth-2t-014.json", ProblemFile::parse);
    }

    @Test
    void deepNesting() {
        String deep = "[".repeat(100_000);

        assertThat(refusal(() -> ProblemFile.parse("deep.json", deep))).isNotEmpty();
        assertThat(refusal(() -> WorkflowFile.parse("deep.yaml", deep))).isNotEmpty();
    }

    private void fuzz(String path, BiConsumer<String, String> read) throws IOException {
        String text = Files.readString(Path.of(path));
        for (int i = 0; i < MUTATIONS; i++) {
            String mutated = mutated(text);
            String refusal = refusal(() -> read.accept(path, mutated));
            if (!refusal.isEmpty()) {
                assertThat(refusal).startsWith(path + ":");
            }
        }
    }

    /** The report of the mistakes; empty if there are none. */
    private static String refusal(Runnable reading) {
        try {
            reading.run();
            return "";
        } catch (BadInputException mistakes) {
            return String.valueOf(mistakes.getMessage());
        }
    }

    private String mutated(String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        String splice = random.nextInt(3) == 0 ? "" : SPLICES.get(random.nextInt(SPLICES.size()));
        return text.substring(0, from) + splice + text.substring(to);
    }
}
