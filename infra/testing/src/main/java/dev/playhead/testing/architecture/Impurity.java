package dev.playhead.testing.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// Calls, and method references, whose answer is not in their arguments.
final class Impurity {
    private static final Set<String> CLASSES = Set.of(
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom");
    private static final Set<String> METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle");

    static final ArchCondition<JavaClass> CALL_A_CLOCK_OR_DICE = new ArchCondition<>("call a clock or dice") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getAccessesFromSelf().stream()
                    .filter(access -> isImpure(access.getTarget()))
                    .map(JavaAccess::getDescription)
                    .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call)));
        }
    };

    private Impurity() {}

    private static boolean isImpure(AccessTarget target) {
        String owner = target.getOwner().getName();
        return CLASSES.contains(owner)
                || owner.startsWith("java.util.random.")
                || METHODS.contains(owner + "." + target.getName())
                || (owner.startsWith("java.time.") && target.getName().equals("now"))
                || (owner.equals("java.util.Date") && target.getName().equals("<init>"));
    }
}
