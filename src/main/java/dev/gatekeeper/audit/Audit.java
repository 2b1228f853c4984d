package dev.gatekeeper.audit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an audit came to.
 *
 * @param repository the repository's name, where it has one
 * @param since the full id of the first parent after which it begins
 * @param sinceProven whether somebody has named that, and it wasn't looked for in the branch itself
 * @param changes what entered the branch, the newest first
 * @param unused what is accepted and would have been answered for without that, or isn't there
 */
public record Audit(
        Optional<String> repository,
        String since,
        boolean sinceProven,
        List<AuditedChange> changes,
        List<Acceptance> unused) {

    public Audit {
        changes = List.copyOf(changes);
        unused = List.copyOf(unused);
    }

    /** How many changes there are of each kind. */
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(kind, 0);
        }
        for (AuditedChange change : changes) {
            counts.merge(change.kind(), 1, Integer::sum);
        }
        return counts;
    }

    /** The changes of {@code kind}. */
    public List<AuditedChange> of(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** Whether it fails. */
    public boolean fails() {
        return changes.stream().anyMatch(change -> change.kind().fails());
    }
}
