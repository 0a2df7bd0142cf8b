package dev.playhead.ingest.xapi;

import dev.playhead.ingest.input.Fields;
import org.jspecify.annotations.Nullable;

/// Whom a statement's actor names. The names are those of the system that sent it, so only some can
/// be held against the caller's: an account's name; an address, where the student's id is one.
final class Actors {
    private static final String MAILTO = "mailto:";
    private static final String ANOTHER = "names another than the caller, and a student reports for no one else";

    private Actors() {}

    /// Whether another than the student is named, and then that is noted.
    static boolean namesAnother(Fields statement, String student) {
        Fields actor = statement.within("actor");
        Fields account = actor.within("account");
        if (isAnother(account.string("name"), student)) {
            account.noteAt("name").wrong(ANOTHER);
            return true;
        }
        if (student.contains("@") && isAnother(address(actor.string("mbox")), address(student))) {
            actor.noteAt("mbox").wrong(ANOTHER);
            return true;
        }
        return false;
    }

    private static boolean isAnother(@Nullable String named, @Nullable String student) {
        return named != null && !named.equalsIgnoreCase(student);
    }

    private static @Nullable String address(@Nullable String mailbox) {
        return mailbox != null && mailbox.startsWith(MAILTO) ? mailbox.substring(MAILTO.length()) : mailbox;
    }
}
