package dev.playhead.query.projection;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Rows into the arrays that a statement unnests: one statement, however many they are.
final class Columns {
    private Columns() {}

    static <R, T extends @Nullable Object> Object of(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }
}
