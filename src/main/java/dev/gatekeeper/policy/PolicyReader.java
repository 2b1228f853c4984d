package dev.gatekeeper.policy;

import dev.gatekeeper.change.Level;
import dev.gatekeeper.yaml.Node;
import dev.gatekeeper.yaml.Problem;
import dev.gatekeeper.yaml.StrictYaml;
import dev.gatekeeper.yaml.StrictYamlException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a policy and finds everything that is wrong with it. */
public final class PolicyReader {

    static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    static final String ID_WORDS = "1 to 100 letters, digits, '.', '_' and '-', the first a letter or digit";
    static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Level::name).toList();
    static final List<String> PROOFS = List.of("named", "signed");

    private static final String THING = "the policy";
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
            "approval",
            "selfApproval",
            "warnUntil");

    private final Shape shape;
    private final Node.Mapping root;

    private PolicyReader(Shape shape, Node.Mapping root) {
        this.shape = shape;
        this.root = root;
    }

    /**
     * Reads a policy.
     *
     * @param bytes the file's content
     * @param origin where it comes from; an organisation's policy leaves what no rule matches GREEN by default
     * @param blob git's id of the content, 40 hex digits
     * @return the policy, or all its problems in the order of the file
     */
    public static PolicyReading read(byte[] bytes, Origin origin, String blob) {
        Shape shape = new Shape();
        try {
            return shape.mapping(StrictYaml.read(bytes), THING)
                    .map(root -> new PolicyReader(shape, root).read(origin, blob))
                    .orElseGet(() -> new PolicyReading.Invalid(shape.problems()));
        } catch (StrictYamlException e) {
            return new PolicyReading.Invalid(List.of(e.problem()));
        }
    }

    private PolicyReading read(Origin origin, String blob) {
        shape.keys(root, THING, KEYS);
        version();
        Proof proof = root.get("approval")
                .flatMap(node -> shape.word(node, "approval", PROOFS))
                .map(PolicyReader::proof)
                .orElse(Proof.NAMED);
        Map<String, List<Approver>> groups = new GroupsReader(shape).read(root.get("approvers"));
        Map<String, String> invariants = invariants();
        RulesReader rules = new RulesReader(shape, proof, groups, invariants.keySet());
        Policy policy = new Policy(
                origin,
                blob,
                root.get("repository")
                        .flatMap(node -> shape.form(
                                node, "repository", REPOSITORY, "names like 'acme/shop', in plain letters and digits"))
                        .map(Node.Text::text),
                new FilesReader(shape).read(root.get("requiredFiles")),
                new FieldsReader(shape).read(root.get("fields")),
                rules.read(shape.required(root, THING, "rules")),
                unmatched(origin),
                invariants,
                groups,
                proof,
                selfApproval(),
                warnUntil());
        rules.checkApprovals(policy);
        checkRepository(policy);
        List<Problem> problems = shape.problems();
        return problems.isEmpty() ? new PolicyReading.Valid(policy) : new PolicyReading.Invalid(problems);
    }

    static Proof proof(Node.Text word) {
        return word.text().equals("signed") ? Proof.SIGNED : Proof.NAMED;
    }

    private void version() {
        shape.required(root, THING, "version").ifPresent(node -> shape.word(node, "version", List.of("1")));
    }

    private Level unmatched(Origin origin) {
        return root.get("unmatched")
                .flatMap(node -> shape.word(node, "unmatched", LEVELS))
                .map(text -> Level.valueOf(text.text()))
                .orElse(origin == Origin.ORGANISATION ? Level.GREEN : Level.YELLOW);
    }

    private Map<String, String> invariants() {
        Map<String, String> invariants = new LinkedHashMap<>();
        root.get("invariants").flatMap(node -> shape.mapping(node, "invariants")).stream()
                .flatMap(mapping -> mapping.pairs().stream())
                .forEach(pair -> {
                    shape.form(pair.key(), "the invariant's id", ID, ID_WORDS);
                    String id = pair.key().text();
                    // An id whose text is wrong is known all the same, so that rules that name it are not blamed.
                    invariants.put(
                            id,
                            shape.text(pair.value(), "the invariant '" + id + "'")
                                    .map(Node.Text::text)
                                    .orElse(""));
                });
        return invariants;
    }

    private boolean selfApproval() {
        return root.get("selfApproval")
                .flatMap(node -> shape.word(node, "selfApproval", List.of("true", "false")))
                .filter(text -> text.text().equals("true"))
                .isPresent();
    }

    private Optional<LocalDate> warnUntil() {
        return root.get("warnUntil").flatMap(node -> shape.date(node, "warnUntil"));
    }

    private void checkRepository(Policy policy) {
        if (BuiltInRules.strictestProof(policy.approval(), policy.rules()) == Proof.SIGNED
                && root.get("repository").isEmpty()) {
            shape.problem(root.mark(), THING + " lacks the key 'repository', which signed approvals are bound to");
        }
    }
}
