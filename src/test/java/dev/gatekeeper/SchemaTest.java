package dev.gatekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.lint.PolicyTests;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.PolicySource;
import dev.gatekeeper.policy.PolicyText;
import dev.gatekeeper.testing.Document;
import dev.gatekeeper.testing.GoldenCase;
import dev.gatekeeper.testing.JsonSchema;
import dev.gatekeeper.testing.MemorySnapshot;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.yaml.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An editor marks what the gate would refuse, and nothing else, as far as a schema can tell: keys, types, and what is always asked for. What
 * a text says, what a policy asks for and what names something else are beyond one.
 */
class SchemaTest {

    /** Asks for nothing but what is always asked for, and for a field of its own. */
    private static final String POLICY = """
            version: 1
            fields:
              - {name: whyChanged, from: RED}
              - {name: invariantsChecked, from: RED}
              - {name: tests, from: RED}
              - {name: rollbackPlan, from: RED}
            rules:
              - {id: docs, level: GREEN, because: Documentation, paths: ["*.md"]}
            """;

    private static final Set<String> OF_SHAPE = Set.of("contract-unreadable", "field-missing", "risk-level-invalid");

    static Stream<String> goodContracts() {
        String two = "whatChanged: The guide names it.\nriskLevel: GREEN\n";
        return Stream.of(
                        "",
                        "whyChanged: \"Fixes #4711: it's late\"\n",
                        "whyChanged: |\n  In lines.\n\n  Two of them.\n",
                        "rollbackPlan: Revert it.\n",
                        "rollbackPlan: 4711\n",
                        "invariantsChecked:\n  - a text\n  - auth: how\n  - 12: how\n",
                        "invariantsChecked:\n",
                        "invariantsChecked: []\n",
                        "tests:\n  - command: mvn -B verify\n    result: 412\n",
                        "tests:\n  - {command: make, result: true}\n",
                        "tests: ~\n",
                        "escalation:\n  approver: Jane Smith\n  approvalEvidence: https://git.example/1\n",
                        "escalation:\n  - approver: Jane Smith\n    decision: approved\n  - approver: Omar H\n",
                        "escalation:\n",
                        "escalation:\n  approver:\n  approvalEvidence:\n",
                        "escalation: []\n")
                .map(more -> two + more);
    }

    static Stream<String> badContracts() {
        String two = "whatChanged: The guide names it.\nriskLevel: GREEN\n";
        return Stream.concat(
                Stream.of(
                        "riskLevel: GREEN\n",
                        "whatChanged: The guide names it.\n",
                        "whatChanged:\nriskLevel: GREEN\n",
                        "whatChanged: ' '\nriskLevel: GREEN\n",
                        "whatChanged: [The guide names it.]\nriskLevel: GREEN\n",
                        "whatChanged: The guide names it.\nriskLevel: green\n",
                        "whatChanged: The guide names it.\nriskLevel: [GREEN]\n",
                        "- whatChanged: The guide names it.\n",
                        "The guide names it.\n"),
                Stream.of(
                                "whyChanged:\n",
                                "whyChanged: {a: b}\n",
                                "rollbackPlan: [a]\n",
                                "invariantsChecked: read\n",
                                "invariantsChecked:\n  - \n",
                                "invariantsChecked:\n  - auth:\n",
                                "invariantsChecked:\n  - {a: b, c: d}\n",
                                "invariantsChecked:\n  - [a]\n",
                                "tests: mvn verify\n",
                                "tests:\n  - mvn verify\n",
                                "tests:\n  - command: mvn verify\n",
                                "tests:\n  - command: mvn verify\n    result:\n",
                                "tests:\n  - command: a\n    result: b\n    output: c\n",
                                "escalation: Jane Smith\n",
                                "escalation:\n  approvers: Jane Smith\n",
                                "escalation:\n  approver: [Jane Smith]\n",
                                "escalation:\n  approver: Jane Smith\n  decision: yes\n",
                                "escalation:\n  - Jane Smith\n")
                        .map(more -> two + more));
    }

    @ParameterizedTest
    @MethodSource("goodContracts")
    void aGoodContractIsGoodToBoth(String contract) {
        assertThat(shapeOf(contract)).isEmpty();
        assertThat(JsonSchema.of("contract").problemsOfYaml(contract)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badContracts")
    void aBadContractIsBadToBoth(String contract) {
        assertThat(shapeOf(contract)).isNotEmpty();
        assertThat(JsonSchema.of("contract").problemsOfYaml(contract)).isNotEmpty();
    }

    private static List<String> shapeOf(String contract) {
        return Results.reached(
                        GoldenCase.judge("=== contract change\n" + contract + "=== paths\nM docs/guide.md\n", POLICY))
                .findings()
                .stream()
                .map(finding -> finding.code().id())
                .filter(OF_SHAPE::contains)
                .toList();
    }

    static Stream<String> goodPolicies() {
        String rule = "version: 1\nrules:\n  - {id: a, level: RED, paths: [a/]}\n";
        return Stream.of(
                Document.of("README.md").block("yaml", "version: 1"),
                Document.of("policy-examples/default/policy.yaml").text(),
                rule,
                rule.replace("version: 1", "version: '1'"),
                rule + "repository: acme/shop\n",
                rule + "requiredFiles: []\n",
                rule + "fields:\n  - name: plan\n  - {name: tests, from: RED}\n",
                rule + "unmatched: GREEN\n",
                rule + "invariants: {a.b: Never.}\n",
                rule + "approvers:\n  g:\n    - name: Jane\n      email: j@acme.example\n      logins: [janes, 4711]\n",
                rule + "selfApproval: 'true'\n",
                rule + "warnUntil: 2027-01-31\n",
                rule + "warnUntil: '2027-01-31'\n",
                rule + "unsafePathsAllowed: [/vendor/]\n",
                rule.replace("paths", "invariants: [i], paths") + "invariants: {i: Never.}\n",
                rule.replace("paths", "approvals: 2, approval: named, paths"),
                rule.replace("paths", "approvals: '2', paths"),
                rule.replace("RED", "YELLOW"));
    }

    static Stream<String> badPolicies() {
        String rule = "version: 1\nrules:\n  - {id: a, level: RED, paths: [a/]}\n";
        return Stream.of(
                "rules:\n  - {id: a, level: RED, paths: [a/]}\n",
                "version: 1\n",
                "version: 1\nrules: []\n",
                "version: 1\nrules: [a]\n",
                "- version: 1\n",
                rule.replace("version: 1", "version: 2"),
                rule.replace("id: a, ", ""),
                rule.replace("level: RED, ", ""),
                rule.replace("RED", "red"),
                rule.replace("[a/]", "a/"),
                rule.replace("[a/]", "[]"),
                rule.replace("[a/]", "[[a/]]"),
                rule.replace("id: a", "id: Gatekeeper"),
                rule.replace("id: a", "id: a b"),
                rule.replace("paths", "approvers: g, paths"),
                rule.replace("paths", "approvers: [], paths"),
                rule.replace("paths", "approvals: 0, paths"),
                rule.replace("paths", "approvals: many, paths"),
                rule.replace("paths", "approval: spoken, paths"),
                rule.replace("paths", "why: x, paths"),
                rule.replace("RED, paths", "YELLOW, approvals: 2, paths"),
                rule.replace("RED, paths", "GREEN, approval: named, paths"),
                rule + "repository: acme shop\n",
                rule + "requiredFiles: AI.md\n",
                rule + "requiredFiles: [AI.md, AI.md]\n",
                rule + "fields: [plan]\n",
                rule + "fields:\n  - {name: 1plan}\n",
                rule + "fields:\n  - {name: riskLevel, from: RED}\n",
                rule + "fields:\n  - {from: RED}\n",
                rule + "unmatched: none\n",
                rule + "invariants: [Never.]\n",
                rule + "invariants: {'a b': Never.}\n",
                rule + "invariants: {a: }\n",
                rule + "approvers: [Jane]\n",
                rule + "approvers:\n  g: []\n",
                rule + "approvers:\n  g:\n    - Jane\n",
                rule + "approvers:\n  g:\n    - email: j@acme.example\n",
                rule + "approvers:\n  g:\n    - {name: Jane, email: j}\n",
                rule + "approvers:\n  g:\n    - {name: Jane, login: j}\n",
                rule + "approvers:\n  g:\n    - {name: Jane, logins: j}\n",
                rule + "approvers:\n  g/h:\n    - {name: Jane}\n",
                rule + "approvers:\n  g:\n    - {name: Jane, keys: [{validAfter: 2026-01-01}]}\n",
                rule + "policyApprovers: []\n",
                rule + "unsafePathsAllowed: []\n",
                rule + "evidence: url\n",
                rule + "selfApproval: maybe\n",
                rule + "warnUntil: soon\n",
                rule + "builtIn: true\n",
                rule + "rule: x\n");
    }

    @ParameterizedTest
    @MethodSource("goodPolicies")
    void aGoodPolicyIsGoodToBoth(String policy) {
        assertThat(isValid(policy)).isTrue();
        assertThat(JsonSchema.of("policy").problemsOfYaml(policy)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badPolicies")
    void aBadPolicyIsBadToBoth(String policy) {
        assertThat(isValid(policy)).isFalse();
        assertThat(JsonSchema.of("policy").problemsOfYaml(policy)).isNotEmpty();
    }

    static Stream<String> goodPolicyTests() {
        return Stream.of(
                "[]\n",
                "- {path: docs/a.md, level: GREEN}\n",
                "- {path: docs/a.md, level: GREEN, rule: docs}\n",
                "- path: 'docs/a.md'\n  level: GREEN\n");
    }

    static Stream<String> badPolicyTests() {
        return Stream.of(
                "path: docs/a.md\nlevel: GREEN\n",
                "- docs/a.md\n",
                "- {path: docs/a.md}\n",
                "- {level: GREEN}\n",
                "- {path: docs/a.md, level: green}\n",
                "- {path: [docs/a.md], level: GREEN}\n",
                "- {path: docs/a.md, level: GREEN, rule: [docs]}\n",
                "- {path: docs/a.md, level: GREEN, rules: docs}\n");
    }

    @ParameterizedTest
    @MethodSource("goodPolicyTests")
    void goodPolicyTestsAreGoodToBoth(String tests) {
        assertThat(problemsOf(tests)).isEmpty();
        assertThat(JsonSchema.of("policy-test").problemsOfYaml(tests)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badPolicyTests")
    void badPolicyTestsAreBadToBoth(String tests) {
        assertThat(problemsOf(tests)).isNotEmpty();
        assertThat(JsonSchema.of("policy-test").problemsOfYaml(tests)).isNotEmpty();
    }

    private static List<Problem> problemsOf(String tests) {
        MemorySnapshot files = new MemorySnapshot().with(".gatekeeper/policy-test.yaml", tests);
        FileContent file = files.content(files.entry(Layout.POLICY_TEST), 1000);
        return PolicyTests.of(file, PolicyText.valid(POLICY, Origin.TARGET)).problems();
    }

    private static boolean isValid(String policy) {
        try {
            PolicySource.inForce(
                    new MemorySnapshot().with(".gatekeeper/policy.yaml", policy), "main", Optional.empty());
            return true;
        } catch (CannotDecideException e) {
            return false;
        }
    }
}
