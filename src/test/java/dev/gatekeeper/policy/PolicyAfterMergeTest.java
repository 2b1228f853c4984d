package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.change.Trees;
import dev.gatekeeper.testing.MemorySnapshot;
import dev.gatekeeper.testing.SignedShop;
import dev.gatekeeper.yaml.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No change leaves a policy behind by which no other change could be judged. */
class PolicyAfterMergeTest {

    private static final String FILE = ".gatekeeper/policy.yaml";
    private static final String POLICY =
            "version: 1\nrules:\n  - {id: auth, level: RED, because: Auth, paths: [src/auth/]}\n";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final MemorySnapshot base = new MemorySnapshot();
    private final MemorySnapshot target = new MemorySnapshot().with(FILE, POLICY);
    private final MemorySnapshot head = new MemorySnapshot().with(FILE, POLICY);

    @Test
    void aValidPolicyMayLand() {
        head.with(FILE, POLICY + "unmatched: RED\n");
        assertThat(problems()).isEmpty();
    }

    @Test
    void anInvalidOneMayNot() {
        head.with(FILE, POLICY + "unmatched: PINK\n");
        assertThat(problems()).containsExactly("unmatched is 'PINK'; allowed are GREEN, YELLOW, RED");
    }

    @Test
    void noneMayNot() {
        head.without(FILE);
        assertThat(problems()).containsExactly("this change deletes the policy");
    }

    @ParameterizedTest
    @CsvSource({"120000", "160000"})
    void aLinkOrASubmoduleMayNot(String mode) {
        head.with(FILE, Integer.parseInt(mode, 8), POLICY.getBytes(UTF_8));
        assertThat(problems()).containsExactly("the policy is not a regular file");
    }

    @Test
    void aHugeOneMayNot() {
        head.with(FILE, POLICY + "#" + "x".repeat(256 * 1024));
        assertThat(problems()).containsExactly("the policy is larger than 256 KiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {".gatekeeper/contracts/one.yaml", ".gatekeeper/policy-test.yaml", "gatekeeper/policy.yaml"})
    void ourFolderMayWithoutOne(String path) {
        target.without(FILE);
        head.without(FILE).with(path, "x");
        assertThat(problemsOfOthers()).isEmpty();
    }

    /** It would leave the target with something that is nearly a policy, by which nothing is judged. */
    @ParameterizedTest
    @CsvSource({
        ".gatekeeper, 100644, .gatekeeper",
        ".gatekeeper, 120000, .gatekeeper",
        ".gatekeeper, 160000, .gatekeeper",
        ".Gatekeeper, 160000, .Gatekeeper",
        ".Gatekeeper/x, 100644, .Gatekeeper",
        ".gatekeeper/policy.yml, 100644, .gatekeeper/policy.yml",
        ".gatekeeper/policy.yaml/x, 100644, .gatekeeper/policy.yaml",
    })
    void whatIsNearlyOneMayNot(String path, String mode, String near) {
        target.without(FILE);
        head.without(FILE).with(path, Integer.parseInt(mode, 8), new byte[] {'x'});
        assertThat(problemsOfOthers())
                .containsExactly(
                        "this change brings " + near + " to the target, which is nearly a policy and is read as none");
        // Where a policy is, it judges, and what lies beside it is a change as any other.
        target.with(FILE, POLICY);
        assertThat(problemsOfOthers()).isEmpty();
    }

    /** The target has taken it away already. */
    @Test
    void whatTheMergeBaseHeldIsNotBroughtByTheChange() {
        target.without(FILE);
        head.without(FILE).with(".gatekeeper/policy.yml", "x");
        base.with(".gatekeeper/policy.yml", "x");
        assertThat(problemsOfOthers()).isEmpty();
    }

    /** Two valid ones can be merged, without any conflict, into one that nobody is judged by: two rules of one id. */
    @Test
    void noneMayThatAMergeWouldMixWithTheTargets() {
        head.with(FILE, POLICY + "unmatched: RED\n");
        ChangedPath both = new ChangedPath(
                Layout.POLICY,
                target.entry(Layout.POLICY),
                head.entry(Layout.POLICY),
                new Entry(0100644, "c".repeat(40)));
        assertThat(said(PolicyAfterMerge.problems(
                        Optional.of(both), trees(), TODAY, Optional.empty(), true, Strictness.TODAY)))
                .containsExactly(
                        "the target has changed the policy too, and nobody has seen what a merge makes of both");
    }

    /** The target's tip is what stays after the merge. */
    @Test
    void whatTheTargetHasAlreadyIsNotJudgedAgain() {
        head.with(FILE, "rules: []\n");
        Entry after = head.entry(Layout.POLICY);
        ChangedPath landed = new ChangedPath(Layout.POLICY, target.entry(Layout.POLICY), after, after);
        assertThat(PolicyAfterMerge.problems(
                        Optional.of(landed), trees(), TODAY, Optional.empty(), true, Strictness.TODAY))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"validAfter: 2026-11-23", "validBefore: 2026-11-22", "'validAfter: 2026-01-01, validBefore: 2026-06-01'"
    })
    void noneMayOfWhichNoKeyCountsToday(String dates) {
        head.with(FILE, signed(dates));
        String words = "the rule '%s' asks for signatures, and no key of its approvers counts on 2026-11-22 (UTC);"
                + " list one that does, or mend the dates";
        assertThat(problems()).containsExactly(words.formatted("gatekeeper"), words.formatted("pay"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"validAfter: 2026-11-22", "validBefore: 2026-11-23", "'validAfter: 2026-01-01, validBefore: 2027-01-01'"
    })
    void oneMayOfWhichAKeyCountsToday(String dates) {
        head.with(FILE, signed(dates));
        assertThat(problems()).isEmpty();
    }

    @Test
    void oneThatNamesGroupsOfTheOrganisationNeedsThem() {
        head.with(FILE, POLICY.replace("paths:", "approvers: [organisation/office], paths:"));
        assertThat(besides(Optional.of("approvers: {office: [{name: Olga}]}\n"), true))
                .isEmpty();
        assertThat(besides(Optional.of("approvers: {board: [{name: Olga}]}\n"), true))
                .containsExactly(
                        "the group 'organisation/office' is unknown; the organisation's policy has organisation/board");
        assertThat(besides(Optional.empty(), true))
                .containsExactly(
                        "the policy names the group 'organisation/office', and the pipeline gives no policy of the"
                                + " organisation (gatekeeper.orgPolicy)");
        assertThat(besides(Optional.empty(), false)).isEmpty();
    }

    private List<String> besides(Optional<String> organisation, boolean isolated) {
        Entry before = target.entry(Layout.POLICY);
        return said(PolicyAfterMerge.problems(
                Optional.of(new ChangedPath(Layout.POLICY, before, head.entry(Layout.POLICY), before)),
                trees(),
                TODAY,
                organisation.map(text -> PolicyText.valid("version: 1\nrules: []\n" + text, Origin.ORGANISATION)),
                isolated,
                Strictness.TODAY));
    }

    private static String signed(String dates) {
        return """
                version: 1
                repository: acme/shop
                rules:
                  - {id: auth, level: RED, paths: [src/auth/], approval: named}
                  - {id: pay, level: RED, paths: [src/pay/], approval: signed}
                  - {id: build, level: YELLOW, paths: [pom.xml]}
                approvers:
                  security: [{name: Jane, keys: [{key: "%s", %s}]}, {name: Tom}]
                """.formatted(SignedShop.KEY, dates);
    }

    private List<String> problems() {
        Entry before = target.entry(Layout.POLICY);
        ChangedPath changed = new ChangedPath(Layout.POLICY, before, head.entry(Layout.POLICY), before);
        return said(PolicyAfterMerge.problems(
                Optional.of(changed), trees(), TODAY, Optional.empty(), true, Strictness.TODAY));
    }

    /** What is wrong where the change does nothing at the policy's own path. */
    private List<String> problemsOfOthers() {
        return said(
                PolicyAfterMerge.problems(Optional.empty(), trees(), TODAY, Optional.empty(), true, Strictness.TODAY));
    }

    private Trees trees() {
        return new Trees(base, target, head);
    }

    private static List<String> said(List<Problem> problems) {
        return problems.stream().map(Problem::text).toList();
    }
}
