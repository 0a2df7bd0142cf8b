package dev.playhead.query.projection;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what the database has against a row from all other trouble with it.
final class Refusal {
    /// Classes of SQLSTATE: a value that its column cannot have, a constraint, a view's check, a
    /// program's limit (such as that of an index entry), what a trigger raises.
    private static final Set<String> ABOUT_A_ROW = Set.of("22", "23", "44", "54", "P0");

    private Refusal() {}

    static boolean isAboutARow(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException refused && refused.getSQLState() != null) {
                String state = refused.getSQLState();
                return state.length() == 5 && ABOUT_A_ROW.contains(state.substring(0, 2));
            }
        }
        return false;
    }
}
