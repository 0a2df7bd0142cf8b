package dev.playhead.query.projection;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Rows into the arrays that a statement unnests: one statement, however many they are.
final class Columns {
    private Columns() {}

    static <R, T extends @Nullable Object> Object of(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
