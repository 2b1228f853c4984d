package dev.gatekeeper.contract;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The contracts of a change, and what they say together. */
public final class Contracts {

    private final List<String> files = new ArrayList<>();
    private final List<Contract> readable = new ArrayList<>();
    private final List<UnreadableContract> unreadable = new ArrayList<>();
    private Optional<Level> declared = Optional.empty();
    private Optional<Contract> answersForAll = Optional.empty();

    private Contracts() {}

    /** @param readings in the order of their paths; a misplaced one at the end */
    static Contracts of(List<ContractReading> readings) {
        Contracts contracts = new Contracts();
        for (ContractReading reading : readings) {
            contracts.files.add(reading.file());
            if (reading instanceof ContractReading.Read read) {
                contracts.add(read.contract());
            } else if (reading instanceof UnreadableContract contract) {
                contracts.unreadable.add(contract);
            }
        }
        return contracts;
    }

    private void add(Contract contract) {
        readable.add(contract);
        if (answersForAll.isEmpty()
                || isHigher(contract.declared(), answersForAll.get().declared())) {
            answersForAll = Optional.of(contract);
        }
        if (contract.declared().isPresent() && (declared.isEmpty() || isHigher(contract.declared(), declared))) {
            declared = contract.declared();
        }
    }

    /** The paths of all of them. */
    public List<String> files() {
        return Collections.unmodifiableList(files);
    }

    /** Those that could be read. */
    public List<Contract> readable() {
        return Collections.unmodifiableList(readable);
    }

    /** The others, each of which is a finding of its own. */
    public List<UnreadableContract> unreadable() {
        return Collections.unmodifiableList(unreadable);
    }

    /** The highest declared level, where one is declared. */
    public Optional<Level> declared() {
        return declared;
    }

    /** The contract with the highest declared level, the first of them: it answers for the change as a whole. */
    public Optional<Contract> answersForAll() {
        return answersForAll;
    }

    /** What is not declared counts as GREEN. */
    private static boolean isHigher(Optional<Level> one, Optional<Level> other) {
        return one.orElse(Level.GREEN).compareTo(other.orElse(Level.GREEN)) > 0;
    }

    /**
     * The contract with {@code id}, or the only one.
     *
     * @throws CannotDecideException when there is none, when several leave the choice open, or when it could not be read
     */
    public Contract choose(Optional<String> id) {
        List<Contract> fitting = readable.stream()
                .filter(contract -> id.isEmpty() || id.get().equals(contract.id()))
                .toList();
        if (fitting.size() == 1 && (id.isPresent() || files.size() == 1)) {
            return fitting.get(0);
        }
        if (readable.isEmpty()) {
            throw noneReadable();
        }
        String ids = readable.stream().map(Contract::id).sorted().collect(Collectors.joining(", "));
        throw new CannotDecideException(
                id.isPresent() ? UndecidedCode.PARAMETER_CONFLICT : UndecidedCode.PARAMETER_MISSING,
                id.map(wanted -> "gatekeeper.contract is '" + wanted
                                + "', and this change has no contract of that id that can be read; it has " + ids)
                        .orElse("this change has several contracts: " + ids),
                "Name the one to approve: -Dgatekeeper.contract="
                        + readable.get(0).id());
    }

    private CannotDecideException noneReadable() {
        if (!unreadable.isEmpty()) {
            Problem first = unreadable.get(0).problems().get(0);
            return new CannotDecideException(
                    UndecidedCode.NOTHING_TO_APPROVE,
                    unreadable.get(0).file()
                            + first.mark().map(mark -> ":" + mark).orElse("") + "  can't be approved: " + first.text(),
                    "The author mends it and pushes; then sign.");
        }
        return new CannotDecideException(
                UndecidedCode.NOTHING_TO_APPROVE,
                "there is nothing to approve: this change adds no contract that counts",
                "The author adds .gatekeeper/contracts/<id>.yaml and pushes; then sign.");
    }
}
