package io.jellybean.domain.io;

import io.jellybean.domain.problem.PlanningProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A planning problem in the exchange format {@code jellybean-planning-problem/1}. */
public final class ProblemFile {

    static final String FORMAT = "jellybean-planning-problem/1";

    private ProblemFile() {}

    /**
     * Reads a problem.
     *
     * @throws BadInputException with all mistakes, if there are any
     */
    public static PlanningProblem read(Path path) {
        return parse(path.toString(), InputFile.text(path));
    }

    /** Reads a problem from text; {@code name} stands in the errors. */
    public static PlanningProblem parse(String name, String text) {
        return FieldReader.readFile(name, text, ProblemReader::problem);
    }

    /** Writes a problem that {@link #read} reads back as it was. */
    public static void write(Path path, PlanningProblem problem) {
        OutputFile.write(path, text(problem));
    }

    /** The canonical text of a problem; the same for equal problems. */
    public static String text(PlanningProblem problem) {
        return ProblemWriter.problem(problem).text();
    }

    /** The hash of the canonical text, by which a plan names its inputs. */
    public static String sha256(PlanningProblem problem) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(problem).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
