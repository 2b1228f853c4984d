package dev.gatekeeper.draft;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.util.Optional;

/** The id of a new contract: the one that is asked for, or the nearest to the branch's name that is free. */
final class ContractId {

    private static final String CHOOSE = "Choose one: -Dgatekeeper.id=<id>";
    private static final String BRANCHES = "refs/heads/";

    private ContractId() {}

    /**
     * Finds the id.
     *
     * @param asked the one that is asked for
     * @param branch the full name of the branch that is checked out; empty where none is
     * @throws CannotDecideException when there is none
     */
    static String of(Optional<String> asked, Optional<String> branch, TakenIds taken) {
        return asked.isPresent() ? asked(asked.get(), taken) : nearest(branch, taken);
    }

    private static String asked(String id, TakenIds taken) {
        if (!Layout.isId(id)) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_INVALID,
                    "gatekeeper.id is '" + id
                            + "'; an id has up to 100 lower-case letters, digits, '.', '_' and '-', the first a letter or digit",
                    Layout.idNearest(id)
                            .map(near -> "Give the nearest: -Dgatekeeper.id=" + near)
                            .orElse(CHOOSE));
        }
        if (taken.holds(id)) {
            throw new CannotDecideException(
                    UndecidedCode.ID_TAKEN,
                    "gatekeeper.id is '" + id + "', which an earlier change has taken",
                    "Choose another: -Dgatekeeper.id=" + free(id, taken));
        }
        return id;
    }

    private static String nearest(Optional<String> branch, TakenIds taken) {
        if (branch.isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_MISSING,
                    "HEAD is on no branch, whose name would be the contract's id",
                    CHOOSE);
        }
        String name = branch.get().startsWith(BRANCHES) ? branch.get().substring(BRANCHES.length()) : branch.get();
        return free(
                Layout.idNearest(name)
                        .orElseThrow(() -> new CannotDecideException(
                                UndecidedCode.PARAMETER_MISSING,
                                "The branch '" + name + "' has no letter that a contract's id may have",
                                CHOOSE)),
                taken);
    }

    private static String free(String id, TakenIds taken) {
        String free = id;
        for (int number = 2; taken.holds(free); number++) {
            free = id.substring(0, Math.min(id.length(), 90)) + "-" + number;
        }
        return free;
    }
}
