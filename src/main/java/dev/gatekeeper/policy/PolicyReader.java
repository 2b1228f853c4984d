package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Joiners;
import dev.gatekeeper.yaml.Mark;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import dev.gatekeeper.yaml.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a policy and finds everything that is wrong with it. */
final class PolicyReader {

    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    static final String ID_WORDS = "1 to 100 letters, digits, '.', '_' and '-', the first a letter or digit";
    static final List<String> LEVELS = List.of(Level.GREEN.name(), Level.YELLOW.name(), Level.RED.name());
    static final List<String> PROOFS = List.of(Proof.NAMED.word(), Proof.REVIEWED.word(), Proof.SIGNED.word());

    private static final List<String> EVIDENCE = List.of("text", "link");
    private static final String THING = "the policy";
    private static final List<String> REQUIRED_FILES = List.of("AI.md", "INVARIANTS.md", "CHANGE_POLICY.md");
    private static final String REPOSITORY = "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*";
    private static final List<String> KEYS = List.of(
            "version",
            "repository",
            "requiredFiles",
            "fields",
            "rules",
            "unmatched",
            "invariants",
            "approvers",
            "policyApprovers",
            "unsafePathsAllowed",
            "evidence",
            "approval",
            "selfApproval",
            "warnUntil");
    private static final String BUILT_IN = "builtIn";

    private final Values values;
    private final Node.Mapping root;

    private PolicyReader(Values values, Node.Mapping root) {
        this.values = values;
        this.root = root;
    }

    /**
     * Reads a policy.
     *
     * @param bytes the file's content
     * @param origin where it comes from; an organisation's policy asks for nothing by default that it doesn't say
     * @param blob git's id of the file's content, 40 hex digits; of an organisation's, which lies in no repository, the SHA-256 of it, 64
     * @param organisation the organisation's policy, whose groups a repository's may name
     * @return the policy, or all its problems in the order of the file
     */
    public static PolicyReading read(byte[] bytes, Origin origin, String blob, Optional<Policy> organisation) {
        return read(bytes, origin, blob, organisation, Strictness.TODAY);
    }

    /** As {@link #read(byte[], Origin, String, Optional)}; patterns that the first release took may be let stand. */
    static PolicyReading read(
            byte[] bytes, Origin origin, String blob, Optional<Policy> organisation, Strictness strictness) {
        Values values = new Values();
        try {
            Optional<Node.Mapping> root = values.mapping(StrictYaml.read(bytes), THING);
            return root.isPresent()
                    ? new PolicyReader(values, root.get()).read(origin, blob, organisation, strictness)
                    : new PolicyReading.Invalid(inOrder(values.problems()));
        } catch (StrictYamlException e) {
            return new PolicyReading.Invalid(List.of(e.problem()));
        }
    }

    /** As {@link #read(byte[], Origin, String, Optional)}, where no policy of the organisation is known. */
    static PolicyReading read(byte[] bytes, Origin origin, String blob) {
        return read(bytes, origin, blob, Optional.empty());
    }

    private PolicyReading read(Origin origin, String blob, Optional<Policy> organisation, Strictness strictness) {
        boolean builtIn = builtIn(origin);
        version();
        Proof proof = proof(values, root, Proof.NAMED);
        NamedGroups groups = new NamedGroups(origin, new GroupsReader(values).read(root), organisation);
        Map<String, String> invariants = invariants();
        RulesReader rules = new RulesReader(values, proof, groups, invariants.keySet(), strictness);
        List<Rule> read = rules.read(root, THING, origin);
        List<String> policyApprovers = rules.policyApprovers(root);
        Policy policy = new Policy(
                origin,
                blob,
                repository(),
                requiredFiles(origin),
                new FieldsReader(values).read(root),
                read,
                unmatched(origin),
                invariants,
                groups.all(),
                groups.unknown(),
                policyApprovers,
                rules.unsafePathsAllowed(root),
                values.word(root, "evidence", EVIDENCE, "text").equals("link"),
                proof,
                flag("selfApproval", false),
                warnUntil(),
                builtIn);
        rules.checkApprovals(policy, root);
        checkRepository(policy);
        List<Problem> problems = values.problems();
        return problems.isEmpty() ? new PolicyReading.Valid(policy) : new PolicyReading.Invalid(inOrder(problems));
    }

    /** First the problems of the file as a whole, then the others in the order of their places. */
    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing((Problem problem) ->
                                problem.mark().map(Mark::line).orElse(0))
                        .thenComparing(
                                problem -> problem.mark().map(Mark::column).orElse(0)))
                .toList();
    }

    /** The word under the key {@code approval} of {@code mapping}, the policy or a rule. */
    static Proof proof(Values values, Node.Mapping mapping, Proof otherwise) {
        String word = values.word(mapping, "approval", PROOFS, otherwise.word());
        return Proof.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private void version() {
        if (values.required(root, THING, "version").isPresent()) {
            values.word(root, "version", List.of("1"), "1");
        }
    }

    private Optional<String> repository() {
        Optional<Node> node = root.get("repository");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node.Text> name = values.form(
                node.get(), "repository", REPOSITORY, "names like 'acme/shop', in plain letters and digits");
        return name.isPresent() ? Optional.of(name.get().text()) : Optional.empty();
    }

    /** Checks the keys, of which an organisation's policy has one more: whether the built-in policy judges beside it. */
    private boolean builtIn(Origin origin) {
        if (origin == Origin.ORGANISATION) {
            List<String> keys = new ArrayList<>(KEYS);
            keys.add(BUILT_IN);
            values.keys(root, THING, keys);
            return flag(BUILT_IN, true);
        }
        List<Node.Pair> others = new ArrayList<>();
        for (Node.Pair pair : root.pairs()) {
            if (pair.key().text().equals(BUILT_IN)) {
                values.problem(
                        pair.key().mark(),
                        "'" + BUILT_IN
                                + "' is a key of the organisation's policy only, the one that gatekeeper.orgPolicy"
                                + " names; beside this one the built-in policy never judges, so leave the key out");
            } else {
                others.add(pair);
            }
        }
        values.keys(new Node.Mapping(root.mark(), others), THING, KEYS);
        return true;
    }

    /** The paths listed; where there is no list, the three of every repository, and none that an organisation asks for. */
    private List<String> requiredFiles(Origin origin) {
        Optional<Node> list = root.get("requiredFiles");
        if (list.isEmpty()) {
            return origin == Origin.ORGANISATION ? List.of() : REQUIRED_FILES;
        }
        List<String> files = new ArrayList<>();
        for (Node.Text text : values.texts(values.items(list.get(), "requiredFiles"), "the required file")) {
            if (!isSafePath(text.text())) {
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

    private static boolean isSafePath(String path) {
        for (int at = 0; at < path.length(); at++) {
            if ("\\*?[]".indexOf(path.charAt(at)) >= 0) {
                return false;
            }
        }
        for (String name : path.split("/", -1)) {
            if (!isSafeName(name)) {
                return false;
            }
        }
        return Joiners.allBelong(path) && Glob.flaw("/" + path).isEmpty();
    }

    private static boolean isSafeName(String name) {
        return !name.isEmpty()
                && !name.endsWith(".")
                && name.equals(Characters.trim(name))
                && !name.equalsIgnoreCase(".git");
    }

    private Level unmatched(Origin origin) {
        Level byDefault = origin == Origin.ORGANISATION ? Level.GREEN : Level.YELLOW;
        return Level.valueOf(values.word(root, "unmatched", LEVELS, byDefault.name()));
    }

    private Map<String, String> invariants() {
        Map<String, String> invariants = new LinkedHashMap<>();
        for (Node.Pair pair : values.pairs(root, "invariants")) {
            values.form(pair.key(), "the invariant's id", ID, ID_WORDS);
            String id = pair.key().text();
            // An id whose text is wrong is known all the same, so that rules that name it are not blamed.
            Optional<Node.Text> text = values.text(pair.value(), "the invariant '" + id + "'");
            invariants.put(id, text.isPresent() ? text.get().text() : "");
        }
        return invariants;
    }

    private boolean flag(String key, boolean byDefault) {
        return values.word(root, key, List.of("true", "false"), String.valueOf(byDefault))
                .equals("true");
    }

    private Optional<LocalDate> warnUntil() {
        Optional<Node> node = root.get("warnUntil");
        return node.isEmpty() ? Optional.empty() : values.date(node.get(), "warnUntil");
    }

    /** An organisation's policy judges repositories of many names: the target's policy gives the name, or the run. */
    private void checkRepository(Policy policy) {
        if (policy.origin() != Origin.ORGANISATION
                && BuiltInRules.strictestProof(policy.approval(), policy.rules()) == Proof.SIGNED
                && root.get("repository").isEmpty()) {
            values.problem(root.mark(), THING + " lacks the key 'repository', which signed approvals are bound to");
        }
    }
}
