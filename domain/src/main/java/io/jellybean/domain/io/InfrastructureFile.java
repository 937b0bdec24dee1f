package io.jellybean.domain.io;

import io.jellybean.domain.infrastructure.Infrastructure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** An infrastructure, {@code jellybean-infrastructure/1}, as a person writes it. */
public final class InfrastructureFile {

    static final String FORMAT = "jellybean-infrastructure/1";

    private InfrastructureFile() {}

    /**
     * Reads an infrastructure.
     *
     * @throws BadInputException with all mistakes, if there are any
     */
    public static Infrastructure read(Path path) {
        return parse(path.toString(), InputFile.text(path));
    }

    /** Reads an infrastructure from text; {@code name} stands in the errors. */
    public static Infrastructure parse(String name, String text) {
        return FieldReader.readFile(name, text, InfrastructureFile::infrastructure);
    }

    /** Writes an infrastructure, with its tiers, that {@link #read} reads back as it was. */
    public static void write(Path path, Infrastructure infrastructure) {
        OutputFile.write(path, text(infrastructure));
    }

    /** The text of an infrastructure's file (JSON, which is YAML, too); the same for equal infrastructures. */
    public static String text(Infrastructure infrastructure) {
        return InfrastructureFields.write(new JsonObject().put("format", FORMAT), infrastructure)
                .text();
    }

    private static Optional<Infrastructure> infrastructure(FieldReader fields) {
        Formats.require(fields, FORMAT);
        Supplier<Infrastructure> infrastructure = InfrastructureFields.read(fields);
        return fields.build(infrastructure);
    }
}
