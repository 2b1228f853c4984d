package dev.gatekeeper.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.yaml.Node;

/** What a contract says but for its escalation, whatever its quotes, line breaks and comments. */
final class Answers {

    private final StringBuilder said = new StringBuilder();

    private Answers() {}

    /** A digest of all fields of {@code contract}, those that nobody reads included: whoever looked at it saw them. */
    static String digest(Node.Mapping contract) {
        Answers answers = new Answers();
        for (Node.Pair pair : contract.pairs()) {
            if (!pair.key().text().equals(ContractKeys.ESCALATION)) {
                answers.add(pair);
            }
        }
        return Digests.sha256(answers.said.toString().getBytes(UTF_8));
    }

    private void add(Node.Pair pair) {
        add(pair.key());
        add(pair.value());
    }

    /** Each part with its size before it, so that no text can stand for several. */
    private void add(Node node) {
        if (node instanceof Node.Mapping mapping) {
            said.append('{').append(mapping.pairs().size()).append(':');
            for (Node.Pair pair : mapping.pairs()) {
                add(pair);
            }
        } else if (node instanceof Node.Sequence list) {
            said.append('[').append(list.items().size()).append(':');
            for (Node item : list.items()) {
                add(item);
            }
        } else if (node instanceof Node.Text text) {
            said.append(text.isNull() ? '~' : '"').append(text.text().length()).append(':');
            said.append(text.text());
        }
    }
}
