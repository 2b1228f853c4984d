package dev.gatekeeper.policy;

import dev.gatekeeper.yaml.Problem;
import java.util.List;

/** What came of reading a policy. */
public sealed interface PolicyReading {

    /** It can be used. */
    record Valid(Policy policy) implements PolicyReading {}

    /** It can't; every problem, in the order of the file. */
    record Invalid(List<Problem> problems) implements PolicyReading {

        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
