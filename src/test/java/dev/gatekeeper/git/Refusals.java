package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatekeeper.text.CannotDecideException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a run that can't decide says. */
final class Refusals {

    private Refusals() {}

    /** Problem and remedy, one a line. */
    static String of(ThrowingCallable call) {
        CannotDecideException refusal = catchThrowableOfType(CannotDecideException.class, call);
        if (refusal == null) {
            throw new AssertionError("was decided");
        }
        return refusal.problem() + "\n" + refusal.remedy();
    }
}
