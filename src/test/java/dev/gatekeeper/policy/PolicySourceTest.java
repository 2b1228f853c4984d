package dev.gatekeeper.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.testing.MemoryFile;
import dev.gatekeeper.testing.MemorySnapshot;
import dev.gatekeeper.text.CannotDecideException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where no policy can be used, nothing is decided; never is a weaker one taken in its place. */
class PolicySourceTest {

    private static final String FILE = ".gatekeeper/policy.yaml";
    private static final String POLICY =
            "version: 1\nrules:\n  - {id: auth, level: RED, because: Auth, paths: [src/auth/]}\n";
    private static final String NAME = ".gatekeeper/policy.yaml of the target refs/heads/main";
    private static final String LAND =
            "\nAn administrator lands a valid .gatekeeper/policy.yaml on the target; until then no change can be judged.";

    private final MemorySnapshot target = new MemorySnapshot();

    @Test
    void theTargetsPolicyJudges() {
        target.with(FILE, POLICY);
        assertThat(inForce().inForce()).extracting(Policy::origin).containsExactly(Origin.TARGET);
    }

    @Test
    void theBuiltInPolicyJudgesWhereTheTargetHasNothing() {
        assertThat(inForce().inForce()).extracting(Policy::origin).containsExactly(Origin.BUILT_IN);
    }

    /** A back-port brings its contract to a branch that is older than the adoption, and so does whoever relies on the built-in policy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gatekeeper/contracts/one.yaml",
                ".gatekeeper/approvals/one/jane.sig",
                ".gatekeeper/policy-test.yaml",
                ".gatekeeper/README.md",
                "gatekeeper/policy.yaml",
                "docs/.Gatekeeper/policy.yaml",
            })
    void aFolderWithoutPolicyIsJudgedByTheBuiltInOne(String path) {
        target.with(path, POLICY);
        assertThat(inForce().inForce()).extracting(Policy::origin).containsExactly(Origin.BUILT_IN);
    }

    @ParameterizedTest
    @CsvSource({
        ".gatekeeper, .gatekeeper",
        ".gatekeeper/policy.yml, .gatekeeper/policy.yml",
        ".gatekeeper/Policy.yaml, .gatekeeper/Policy.yaml",
        ".gatekeeper/POLICY-TEST.yaml, .gatekeeper/POLICY-TEST.yaml",
        ".gatekeeper/ｐolicy.yaml, .gatekeeper/ｐolicy.yaml",
        ".gatekeeper/policy.yaml.bak, .gatekeeper/policy.yaml.bak",
        ".gatekeeper/policy/one.yaml, .gatekeeper/policy",
        ".Gatekeeper/policy.yaml, .Gatekeeper",
        ".GATEKEEPER/contracts/one.yaml, .GATEKEEPER",
    })
    void whereSomethingIsNearlyAPolicyTheBuiltInOneDoesNotJudge(String path, String near) {
        target.with(path, POLICY);
        assertThat(refusal())
                .isEqualTo(NAME + " is missing, though the target has " + near + ", which is nearly one" + LAND);
    }

    /** What a link or another repository holds, nobody judges by. */
    @ParameterizedTest
    @CsvSource({"120000", "160000"})
    void aLinkOrASubmoduleInTheFoldersPlaceIsNoFolder(String mode) {
        target.with(".gatekeeper", Integer.parseInt(mode, 8), new byte[0]);
        assertThat(refusal())
                .isEqualTo(NAME + " is missing, though the target has .gatekeeper, which is nearly one" + LAND);
    }

    @Test
    void aTargetThatHasLostItsPolicyIsNotJudgedByAWeakerOne() {
        MemorySnapshot base = new MemorySnapshot().with(FILE, POLICY);
        CannotDecideException refusal = catchThrowableOfType(
                CannotDecideException.class, () -> PolicySource.refuseLoss(inForce(), base, "refs/heads/main"));
        assertThat(said(refusal))
                .isEqualTo(
                        "the target refs/heads/main has lost .gatekeeper/policy.yaml, which its merge base with head"
                                + " holds\nAn administrator lands it again, or takes the check off where Gatekeeper has left for good.");
        PolicySource.refuseLoss(inForce(), new MemorySnapshot(), "refs/heads/main");
        target.with(FILE, POLICY);
        PolicySource.refuseLoss(inForce(), base, "refs/heads/main");
    }

    @ParameterizedTest
    @CsvSource({"120000", "160000"})
    void aLinkOrASubmoduleIsNoPolicy(String mode) {
        target.with(FILE, Integer.parseInt(mode, 8), POLICY.getBytes(UTF_8));
        assertThat(refusal()).isEqualTo(NAME + " is not a regular file" + LAND);
    }

    @Test
    void aFolderIsNoPolicy() {
        target.with(FILE + "/policy.yaml", POLICY);
        assertThat(refusal()).isEqualTo(NAME + " is not a regular file" + LAND);
    }

    @Test
    void anInvalidPolicysFirstProblemsAreNamed() {
        target.with(FILE, "version: 1\nrules: []\nunmatched: BLUE\n");
        assertThat(refusal())
                .isEqualTo(NAME + " can't be used: 2:8  rules is empty; a policy has one rule or more;"
                        + " 3:12  unmatched is 'BLUE'; allowed are GREEN, YELLOW, RED" + LAND);
        target.with(FILE, "version: 1\nrules: []\na: 1\nb: 1\nc: 1\nd: 1\ne: 1\n");
        assertThat(refusal()).contains("3:1  ", "6:1  ").doesNotContain("7:1  ").contains("; and 1 more");
    }

    @Test
    void whatAFilterLeavesIsNamed() {
        target.with(FILE, "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 9\n");
        assertThat(refusal())
                .isEqualTo(NAME
                        + " can't be used: git holds a Git LFS pointer here, not the text; take .gatekeeper/ out of"
                        + " the filter in .gitattributes, and add the file again" + LAND);
        target.with(FILE, "\0GITCRYPT\0abc");
        assertThat(refusal())
                .startsWith(NAME + " can't be used: git holds ciphertext of git-crypt here, not the text;");
    }

    @Test
    void aHugeFileIsNoPolicy() {
        target.with(FILE, POLICY + "#" + "x".repeat(256 * 1024));
        assertThat(refusal()).isEqualTo(NAME + " is larger than 256 KiB" + LAND);
    }

    @Test
    void anInvalidPolicyIsNone() {
        target.with(FILE, "version: 1\nrules: []\n");
        assertThat(refusal()).startsWith(NAME + " can't be used: ").endsWith(LAND);
    }

    @Test
    void theOrganisationsPolicyStandsBesideTheTargets() {
        target.with(FILE, POLICY);
        assertThat(beside(POLICY)).containsExactly(Origin.TARGET, Origin.ORGANISATION);
        assertThat(beside(POLICY + "builtIn: false\n")).containsExactly(Origin.TARGET, Origin.ORGANISATION);
    }

    @Test
    void theBuiltInPolicyJudgesBesideTheOrganisationsUnlessThatDeclinesIt() {
        assertThat(beside(POLICY)).containsExactly(Origin.BUILT_IN, Origin.ORGANISATION);
        assertThat(beside(POLICY + "builtIn: true\n")).containsExactly(Origin.BUILT_IN, Origin.ORGANISATION);
        assertThat(beside(POLICY + "builtIn: false\n")).containsExactly(Origin.ORGANISATION);
    }

    @Test
    void aGroupThatTheOrganisationsPolicyLacksMakesTheTargetsInvalid() {
        target.with(FILE, POLICY.replace("paths:", "approvers: [organisation/office], paths:"));
        assertThat(beside("version: 1\nrules: []\napprovers: {office: [{name: Olga}]}\n"))
                .containsExactly(Origin.TARGET, Origin.ORGANISATION);
        assertThat(inForce().unknownGroups()).containsExactly("organisation/office");
        assertThat(said(catchThrowableOfType(
                        CannotDecideException.class,
                        () -> beside("version: 1\nrules: []\napprovers: {board: [{name: Olga}]}\n"))))
                .isEqualTo(
                        ".gatekeeper/policy.yaml of the target main can't be used: 3:55  the group 'organisation/office' is"
                                + " unknown; the organisation's policy has organisation/board" + LAND);
    }

    private List<Origin> beside(String organisation) {
        return PolicySource.inForce(target, "main", Optional.of(new MemoryFile("org.yaml", organisation)))
                .inForce()
                .stream()
                .map(Policy::origin)
                .toList();
    }

    @Test
    void anOrganisationsPolicyThatCannotBeReadIsNotLeftOut() {
        String remedy =
                "\nGive the organisation's policy, a readable file of at most 256 KiB: -Dgatekeeper.orgPolicy=FILE";
        assertThat(refusal(flawed(FileContent.Flaw.MISSING)))
                .isEqualTo("org.yaml is not a file, and gatekeeper.orgPolicy names it" + remedy);
        assertThat(refusal(flawed(FileContent.Flaw.NOT_REGULAR)))
                .isEqualTo("org.yaml is not a file, and gatekeeper.orgPolicy names it" + remedy);
        assertThat(refusal(flawed(FileContent.Flaw.UNREADABLE)))
                .isEqualTo("org.yaml can't be read, and gatekeeper.orgPolicy names it" + remedy);
        assertThat(refusal(new MemoryFile("org.yaml", POLICY + "#" + "x".repeat(256 * 1024))))
                .isEqualTo("org.yaml is larger than 256 KiB, and gatekeeper.orgPolicy names it" + remedy);
        assertThat(refusal(new MemoryFile("org.yaml", "rules: []\n")))
                .startsWith("the organisation's policy org.yaml can't be used: ")
                .endsWith("\nMend it: whoever runs the pipeline gives the file by gatekeeper.orgPolicy.");
    }

    private static InputFile flawed(FileContent.Flaw flaw) {
        return MemoryFile.flawed("org.yaml", flaw);
    }

    private Policies inForce() {
        return PolicySource.inForce(target, "refs/heads/main", Optional.empty());
    }

    private String refusal() {
        return said(catchThrowableOfType(CannotDecideException.class, this::inForce));
    }

    private static String refusal(InputFile file) {
        return said(catchThrowableOfType(CannotDecideException.class, () -> PolicySource.organisation(file)));
    }

    private static String said(CannotDecideException refusal) {
        return refusal.problem() + "\n" + refusal.remedy();
    }
}
