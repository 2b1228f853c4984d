package dev.gatekeeper.policy;

import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the patterns of a rule. */
record PatternsReader(Values values) {

    /** The patterns without a flaw, in the order of the file. */
    List<PathPattern> read(Node node) {
        List<Node> items = values.items(node, "paths");
        List<PathPattern> patterns = new ArrayList<>();
        boolean onlyTakesBack = true;
        for (Node.Text text : values.texts(items, "the pattern")) {
            Optional<String> flaw = Glob.flaw(text.text());
            if (flaw.isPresent()) {
                values.problem(text.mark(), "the pattern '" + text.text() + "' " + flaw.get());
            } else {
                PathPattern pattern = new PathPattern(text.text());
                patterns.add(pattern);
                onlyTakesBack &= pattern.takesBack();
            }
        }
        if (node instanceof Node.Sequence && items.isEmpty()) {
            values.problem(node.mark(), "paths is empty; a rule has one pattern or more");
        } else if (!patterns.isEmpty() && onlyTakesBack) {
            values.problem(node.mark(), "paths only takes back ('!'); a rule has one pattern or more that doesn't");
        }
        return patterns;
    }
}
