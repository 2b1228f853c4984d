package dev.gatekeeper.audit;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.contract.Substance;
import dev.gatekeeper.policy.ExactPaths;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import dev.gatekeeper.yaml.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the file of {@code gatekeeper.accepted}. */
public final class AcceptedReader {

    private static final String COMMIT = "commit";
    private static final String PATHS = "paths";
    private static final List<String> OF_COMMIT = List.of(COMMIT, "reason", "who");
    private static final List<String> OF_TOOL = List.of("subject", "committer", PATHS);
    private static final String THING = "the entry";
    private static final int MOST_NAMED = 5;

    private final Values values = new Values();
    private final Set<String> commits = new HashSet<>();

    private AcceptedReader() {}

    /**
     * What {@code file} names.
     *
     * @throws CannotDecideException when the file can't be read, or something in it can't be used
     */
    public static Accepted read(InputFile file) {
        FileContent content = file.read(StrictYaml.MAX_BYTES);
        if (content.bytes().isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.FILE_UNREADABLE,
                    file.name() + " " + content.problemOfNamed() + ", and gatekeeper.accepted names it",
                    "Give a readable file of at most " + StrictYaml.MAX_BYTES / 1024
                            + " KiB: -Dgatekeeper.accepted=FILE");
        }
        AcceptedReader reader = new AcceptedReader();
        List<Acceptance> all = reader.read(content.bytes().get());
        List<Problem> problems = reader.values.problems();
        if (problems.isEmpty()) {
            return new Accepted(all);
        }
        throw new CannotDecideException(
                UndecidedCode.ACCEPTED_INVALID,
                "the accepted commits in " + file.name() + " can't be used: "
                        + String.join(
                                "; ",
                                problems.stream()
                                        .limit(MOST_NAMED)
                                        .map(problem -> problem.mark()
                                                        .map(mark -> mark + "  ")
                                                        .orElse("")
                                                + problem.text())
                                        .toList())
                        + Words.andMore(Math.max(0, problems.size() - MOST_NAMED)),
                "Mend the file: each entry has " + Words.list(OF_COMMIT) + ", or " + Words.list(OF_TOOL) + ".");
    }

    private List<Acceptance> read(byte[] bytes) {
        List<Acceptance> all = new ArrayList<>();
        try {
            List<Node> items = values.items(StrictYaml.read(bytes), "the file");
            for (Node.Mapping entry : values.mappings(items, THING, COMMIT)) {
                (entry.get(COMMIT).isPresent() ? ofCommit(entry) : ofTool(entry)).ifPresent(all::add);
            }
        } catch (StrictYamlException e) {
            values.problem(e.problem());
        }
        return all;
    }

    private Optional<Acceptance> ofCommit(Node.Mapping entry) {
        values.keys(entry, THING, OF_COMMIT);
        Optional<Node.Text> commit = values.required(entry, THING, COMMIT)
                .flatMap(node ->
                        values.form(node, COMMIT, "[0-9a-f]{40}", "a full commit id, 40 lower-case hex digits"));
        Optional<String> reason = text(entry, "reason");
        Optional<String> who = text(entry, "who");
        if (commit.isEmpty() || reason.isEmpty() || who.isEmpty()) {
            return Optional.empty();
        }
        if (!commits.add(commit.get().text())) {
            values.problem(commit.get().mark(), "the commit " + commit.get().text() + " stands in the file twice");
        }
        return Optional.of(new Acceptance.OfCommit(entry.mark(), commit.get().text(), reason.get(), who.get()));
    }

    private Optional<Acceptance> ofTool(Node.Mapping entry) {
        values.keys(entry, THING, OF_TOOL);
        Optional<String> subject = text(entry, "subject");
        Optional<String> committer = text(entry, "committer");
        values.required(entry, THING, PATHS);
        List<Node.Text> patterns = values.texts(values.filledItems(entry, PATHS, "path"), "the path");
        List<String> sound = new ArrayList<>();
        for (Node.Text pattern : patterns) {
            Optional<String> flaw = ExactPaths.flaw(pattern.text());
            if (flaw.isPresent()) {
                values.problem(pattern.mark(), "the path '" + pattern.text() + "' " + flaw.get());
            } else {
                sound.add(pattern.text());
            }
        }
        return subject.isPresent() && committer.isPresent() && !sound.isEmpty()
                ? Optional.of(new Acceptance.OfTool(entry.mark(), subject.get(), committer.get(), ExactPaths.of(sound)))
                : Optional.empty();
    }

    /** A text that says something, whole: of {@code see PR #42} a comment would leave {@code see PR}. */
    private Optional<String> text(Node.Mapping entry, String key) {
        Optional<Node.Text> text = values.required(entry, THING, key).flatMap(node -> values.text(node, key));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        text.get().comment().ifPresent(values::problem);
        if (OF_COMMIT.contains(key) && Substance.of(text.get().text()) != Substance.TEXT) {
            values.problem(
                    text.get().mark(),
                    key + " is '" + text.get().text() + "', which only holds the place of an answer");
        }
        return Optional.of(text.get().text());
    }
}
