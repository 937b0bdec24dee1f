package io.jellybean.domain.io;

/** The {@code format} field, by which a file says what it is. */
final class Formats {

    private Formats() {}

    /** Notes a mistake if the file is of another format. */
    static void require(FieldReader fields, String format) {
        if (!fields.text("format").equals(format)) {
            fields.wrong("format", "must be \"%s\"".formatted(format));
        }
    }
}
