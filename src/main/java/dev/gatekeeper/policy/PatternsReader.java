package dev.gatekeeper.policy;

import dev.gatekeeper.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the patterns of a rule. */
record PatternsReader(Shape shape) {

    /** The patterns without a flaw, in the order of the file. */
    List<Pattern> read(Node node) {
        List<Node> items = shape.items(node, "paths");
        List<Pattern> patterns = new ArrayList<>();
        items.forEach(item -> shape.text(item, "the pattern").ifPresent(text -> {
            Optional<String> flaw = Glob.flaw(text.text());
            flaw.ifPresentOrElse(
                    words -> shape.problem(text.mark(), "the pattern '" + text.text() + "' " + words),
                    () -> patterns.add(new Pattern(text.text())));
        }));
        if (node instanceof Node.Sequence && items.isEmpty()) {
            shape.problem(node.mark(), "paths is empty; a rule has one pattern or more");
        } else if (!patterns.isEmpty() && patterns.stream().allMatch(Pattern::takesBack)) {
            shape.problem(node.mark(), "paths only takes back ('!'); a rule has one pattern or more that doesn't");
        }
        return patterns;
    }
}
