package io.jellybean.domain.io;

/**
 * One thing that is wrong in an input file.
 *
 * @param file the name of the file as the user gave it
 * @param line the line it stands on, from 1
 * @param field the path of the field, such as {@code workers[2].usdPerHour}; empty for the whole file
 * @param message the rule, the value and the fix
 */
public record Mistake(String file, int line, String field, String message) implements Comparable<Mistake> {

    @Override
    public int compareTo(Mistake other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        String where = "%s:%d: ".formatted(file, line);
        return field.isEmpty() ? where + message : where + field + ": " + message;
    }
}
