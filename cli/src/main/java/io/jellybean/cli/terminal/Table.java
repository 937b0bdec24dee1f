package io.jellybean.cli.terminal;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table with a line around it, rows close together.
 *
 * @param <T> the type of a row
 */
public final class Table<T> {

    private static final @Nullable Character[] STYLE = withoutLinesBetweenRows();

    private final List<ColumnData<T>> columns = new ArrayList<>();

    /** Adds a column of text. */
    public Table<T> text(String header, Function<T, String> value) {
        columns.add(new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(Integer.MAX_VALUE)
                .with(value));
        return this;
    }

    /** Adds a column of numbers. */
    public Table<T> number(String header, Function<T, String> value) {
        columns.add(new Column()
                .header(header)
                .headerAlign(HorizontalAlign.RIGHT)
                .dataAlign(HorizontalAlign.RIGHT)
                .with(value));
        return this;
    }

    /** The whole table, lines apart by {@code \n}. */
    public String of(Collection<T> rows) {
        return AsciiTable.getTable(STYLE, rows, columns).replace(System.lineSeparator(), "\n");
    }

    private static @Nullable Character[] withoutLinesBetweenRows() {
        @Nullable Character[] style = AsciiTable.FANCY_ASCII.clone();
        for (int i = 0; i < style.length; i++) {
            if (AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS[i] == null) { // the library leaves such lines out
                style[i] = null;
            }
        }
        return style;
    }
}
