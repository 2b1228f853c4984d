package dev.gatekeeper.git;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.MissingObjectException;

/** What went wrong while reading a repository, in words for people: the one place that knows JGit's exceptions. */
final class Failures {

    private static final String CHECK =
            "Clone the repository again, or mend what is damaged, which git shows: git fsck --full";

    private Failures() {}

    /** Work on a repository that may fail in any way. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does {@code work} on the repository in {@code folder}; whatever it throws becomes "cannot decide". */
    static <T> T guard(Path folder, Work<T> work) {
        try {
            return work.run();
        } catch (IOException | RuntimeException e) {
            throw of(folder, e);
        }
    }

    /** What {@code cause}, thrown by work on the repository in {@code folder}, comes to. */
    static CannotDecideException of(Path folder, Exception cause) {
        // A malformed object makes JGit throw about anything, unchecked exceptions included.
        return cause instanceof CannotDecideException decided ? decided : explain(folder, cause);
    }

    private static CannotDecideException explain(Path folder, Exception cause) {
        if (cause.getCause() instanceof Exception wrapped && addsNothing(cause, wrapped)) {
            return explain(folder, wrapped);
        }
        if (cause instanceof MissingObjectException missing) {
            return new CannotDecideException(
                    UndecidedCode.OBJECT_MISSING,
                    "'" + folder + "' lacks the object " + missing.getObjectId().name() + ".",
                    "Clone the repository again, or fetch what is missing (git fsck --full shows it): git fetch --refetch",
                    cause);
        }
        return unreadable(folder, cause);
    }

    /** Whether {@code outer} has no words of its own beside those of its cause. */
    private static boolean addsNothing(Exception outer, Exception inner) {
        boolean wrapsFailure = outer instanceof RuntimeException && inner instanceof IOException;
        return wrapsFailure || inner.toString().equals(outer.getMessage());
    }

    static CannotDecideException unreadable(Path place, Exception cause) {
        return new CannotDecideException(
                UndecidedCode.REPOSITORY_UNREADABLE,
                "'" + place + "' can't be read: " + say(cause) + ".",
                CHECK,
                cause);
    }

    static String say(Exception cause) {
        String message = cause.getMessage();
        String text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
