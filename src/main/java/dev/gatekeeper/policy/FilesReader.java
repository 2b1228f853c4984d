package dev.gatekeeper.policy;

import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.NormalForm;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the list of required files. */
record FilesReader(Values values) {

    private static final List<String> DEFAULT = List.of("AI.md", "INVARIANTS.md", "CHANGE_POLICY.md");

    /** The paths listed; the three of every repository where there is no list. */
    List<String> read(Optional<Node> list) {
        if (list.isEmpty()) {
            return DEFAULT;
        }
        List<String> files = new ArrayList<>();
        for (Node.Text text : values.texts(values.items(list.get(), "requiredFiles"), "the required file")) {
            if (!isSafe(text.text())) {
                values.problem(
                        text.mark(),
                        "the required file is '" + text.text()
                                + "'; it must be a path below the root like 'docs/AI.md', without '*', '?', '[', ']' and '\\'");
            } else if (files.contains(text.text())) {
                values.problem(text.mark(), "the required file '" + text.text() + "' stands in the list twice");
            } else {
                files.add(text.text());
            }
        }
        return files;
    }

    private static boolean isSafe(String path) {
        return path.codePoints().noneMatch(c -> "\\*?[]".indexOf(c) >= 0 || Characters.isInvisible(c))
                && NormalForm.isComposed(path)
                && Arrays.stream(path.split("/", -1)).allMatch(FilesReader::isSafeName)
                && Glob.flaw("/" + path).isEmpty();
    }

    private static boolean isSafeName(String name) {
        return !name.isEmpty()
                && !name.endsWith(".")
                && name.equals(Characters.trim(name))
                && !name.equalsIgnoreCase(".git");
    }
}
