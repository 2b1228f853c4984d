package dev.gatekeeper.policy;

import dev.gatekeeper.ssh.MalformedException;
import dev.gatekeeper.ssh.SshPublicKey;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the public keys of an approver. */
record KeyReader(Values values) {

    private static final String THING = "the key";

    /** A key, from its text or from a mapping that also says when it counts. */
    Optional<ApproverKey> read(Node node) {
        return node instanceof Node.Mapping mapping ? dated(mapping) : key(node, Optional.empty(), Optional.empty());
    }

    private Optional<ApproverKey> dated(Node.Mapping mapping) {
        values.keys(mapping, THING, List.of("key", "validAfter", "validBefore"));
        Optional<LocalDate> after = date(mapping, "validAfter");
        Optional<LocalDate> before = date(mapping, "validBefore");
        if (after.isPresent() && before.isPresent() && !after.get().isBefore(before.get())) {
            values.problem(mapping.mark(), "the key never counts: validBefore is not later than validAfter");
        }
        Optional<Node> key = values.required(mapping, THING, "key");
        return key.isPresent() ? key(key.get(), after, before) : Optional.empty();
    }

    private Optional<LocalDate> date(Node.Mapping mapping, String key) {
        Optional<Node> date = mapping.get(key);
        return date.isPresent() ? values.date(date.get(), key) : Optional.empty();
    }

    private Optional<ApproverKey> key(Node node, Optional<LocalDate> after, Optional<LocalDate> before) {
        Optional<Node.Text> line = values.text(node, THING);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        try {
            SshPublicKey key = SshPublicKey.ofLine(line.get().text());
            return Optional.of(new ApproverKey(line.get().mark(), key, after, before));
        } catch (MalformedException e) {
            values.problem(line.get().mark(), e.problem());
            return Optional.empty();
        }
    }
}
