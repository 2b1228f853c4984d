package dev.gatekeeper.audit;

import dev.gatekeeper.change.ContractTouch;
import dev.gatekeeper.change.FirstParent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Groups the commits of a branch into steps.
 *
 * <p>Single-parent commits in a row may be one rebase merge, or a push that went around the gate and the change after it; git doesn't say
 * which. In this row, the oldest first, {@code 2} adds the contract {@code x}, {@code 4} alters it, and {@code 6} adds {@code y}:
 *
 * <pre>
 *     1   2 +x   3   4 ~x   5   6 +y   7
 *     └───── a step ────┘   └─ one ─┘  └ one
 * </pre>
 *
 * <p>A step reaches from the commit that adds a contract to the last that alters it or approves it. What comes before a contract is judged
 * with it, {@code 1} and {@code 5} here; what comes after the last one is a step without any.
 */
public final class Steps {

    private final List<Step> steps = new ArrayList<>();
    private final List<FirstParent> open = new ArrayList<>();

    /** The contracts of the step that is open; none as long as no commit has added one. */
    private Set<String> contracts = Set.of();

    /** How many of the open commits belong to it whatever follows. */
    private int sure;

    private Steps() {}

    /**
     * A commit and what it does to contracts.
     *
     * @param touch empty for a commit that stands alone: a merge, or one of which that can't be read
     */
    public record Touched(FirstParent commit, Optional<ContractTouch> touch) {}

    /**
     * The steps, the oldest first.
     *
     * @param commits the oldest first, each the first parent of the next
     */
    public static List<Step> of(List<Touched> commits) {
        Steps steps = new Steps();
        for (Touched next : commits) {
            steps.add(next);
        }
        steps.end();
        return List.copyOf(steps.steps);
    }

    private void add(Touched next) {
        if (next.touch().isEmpty()) {
            end();
            steps.add(new Step(List.of(next.commit())));
            return;
        }
        ContractTouch touch = next.touch().get();
        if (!touch.added().isEmpty()) {
            closeSure();
            open.add(next.commit());
            contracts = touch.added();
            sure = open.size();
        } else {
            open.add(next.commit());
            if (!Collections.disjoint(contracts, touch.continued())) {
                sure = open.size();
            }
        }
    }

    /** Closes the step that has a contract; what follows its last commit stays open. */
    private void closeSure() {
        if (sure > 0) {
            steps.add(new Step(open.subList(0, sure)));
            open.subList(0, sure).clear();
            sure = 0;
            contracts = Set.of();
        }
    }

    private void end() {
        closeSure();
        if (!open.isEmpty()) {
            steps.add(new Step(open));
            open.clear();
        }
    }
}
