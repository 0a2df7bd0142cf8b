package dev.playhead.query.shorts;

import java.util.Comparator;
import java.util.regex.Pattern;

/// Submodules as people count them: part by part, numbers by their value, so that `1.10` comes
/// after `1.9`. Numbers come before other words. A total order: two are equal only where their
/// texts are.
final class ModuleOrder implements Comparator<String> {
    static final ModuleOrder INSTANCE = new ModuleOrder();

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    private ModuleOrder() {}

    @Override
    public int compare(String one, String other) {
        String[] parts = DOT.split(one, -1);
        String[] others = DOT.split(other, -1);
        for (int i = 0; i < Math.min(parts.length, others.length); i++) {
            int order = ofParts(parts[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(parts.length, others.length);
        return order != 0 ? order : one.compareTo(other);
    }

    private static int ofParts(String one, String other) {
        boolean isNumber = NUMBER.matcher(one).matches();
        if (isNumber != NUMBER.matcher(other).matches()) {
            return isNumber ? -1 : 1;
        }
        return isNumber ? ofNumbers(one, other) : one.compareTo(other);
    }

    /// However many digits they have.
    private static int ofNumbers(String one, String other) {
        String digits = LEADING_ZEROS.matcher(one).replaceFirst("");
        String others = LEADING_ZEROS.matcher(other).replaceFirst("");
        int order = Integer.compare(digits.length(), others.length());
        return order != 0 ? order : digits.compareTo(others);
    }
}
