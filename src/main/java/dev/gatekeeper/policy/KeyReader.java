package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatekeeper.yaml.Node;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads the public keys of an approver. */
record KeyReader(Shape shape) {

    private static final String THING = "the key";
    private static final List<String> KINDS = List.of(
            "ssh-ed25519",
            "sk-ssh-ed25519@openssh.com",
            "ssh-rsa",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521");

    /** A key, from its text or from a mapping that also says when it counts. */
    Optional<Key> read(Node node) {
        return node instanceof Node.Mapping mapping
                ? dated(mapping)
                : line(node).map(KeyReader::always);
    }

    /** What tells one key from another, whatever comment or validity it has. */
    static String identity(Key key) {
        String[] parts = key.line().split(" ", 3);
        return parts[0] + " " + parts[1].replaceAll("=+$", "");
    }

    private Optional<Key> dated(Node.Mapping mapping) {
        shape.keys(mapping, THING, List.of("key", "validAfter", "validBefore"));
        Optional<LocalDate> after = mapping.get("validAfter").flatMap(node -> shape.date(node, "validAfter"));
        Optional<LocalDate> before = mapping.get("validBefore").flatMap(node -> shape.date(node, "validBefore"));
        if (after.isPresent() && before.isPresent() && !after.get().isBefore(before.get())) {
            shape.problem(mapping.mark(), "the key never counts: validBefore is not later than validAfter");
        }
        return shape.required(mapping, THING, "key")
                .flatMap(this::line)
                .map(text -> new Key(text.mark(), text.text(), after, before));
    }

    private static Key always(Node.Text text) {
        return new Key(text.mark(), text.text(), Optional.empty(), Optional.empty());
    }

    private Optional<Node.Text> line(Node node) {
        return shape.text(node, THING).filter(text -> {
            Optional<String> problem = problem(text.text());
            problem.ifPresent(words -> shape.problem(text.mark(), words));
            return problem.isEmpty();
        });
    }

    private static Optional<String> problem(String line) {
        String[] parts = line.split(" ", 3);
        if (!KINDS.contains(parts[0])) {
            return Optional.of("the key starts with '" + parts[0]
                    + "'; it must be a line like 'ssh-ed25519 AAAA…' of the kinds " + String.join(", ", KINDS));
        }
        if (line.chars().anyMatch(c -> c < ' ') || parts.length < 2 || !isBlobOf(parts[0], parts[1])) {
            return Optional.of("the key is damaged: what follows '" + parts[0] + "' is not a key of that kind");
        }
        return Optional.empty();
    }

    /** Whether {@code base64} starts as OpenSSH's wire format does: length and name of the kind, with more behind. */
    private static boolean isBlobOf(String kind, String base64) {
        try {
            byte[] blob = Base64.getDecoder().decode(base64);
            byte[] name = kind.getBytes(US_ASCII);
            ByteBuffer start = ByteBuffer.allocate(Integer.BYTES + name.length)
                    .putInt(name.length)
                    .put(name)
                    .flip();
            return blob.length > start.limit()
                    && ByteBuffer.wrap(blob, 0, start.limit()).equals(start);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
