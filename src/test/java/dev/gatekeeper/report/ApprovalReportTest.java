package dev.gatekeeper.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.PreparedApproval;
import dev.gatekeeper.Request;
import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.MemoryFile;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.testing.SignedShop;
import dev.gatekeeper.verdict.SignatureReview;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalReportTest {

    private static final String KEY = resource("/approval/ed25519.pub").strip();
    private static final String OTHER_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIbSgltm34fBDbx8/vEfklTe5TfKNl88LwZ2XrhZMOMf";

    /** As {@code ssh-keygen -l} prints it. */
    private static final String FINGERPRINT = "SHA256:EGbUqk6tR+6dFwad00hTBOcRA8UifDc0vr7BygIUggk";

    private static final String TWO = "refs/heads/main";

    /** Stated apart from the code under test. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|^\\s*::|##");

    private final Path folder;
    private final GitHistory history;

    ApprovalReportTest(@TempDir Path folder) {
        this.folder = folder;
        this.history = DemoShop.change(folder.resolve("shop"));
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void showsWhatIsSignedAndHow() {
        adopt("    approval: signed\n", "keys: [\"" + KEY + "\"]");
        history.write(DemoShop.RED, "package shop.auth;\n\nclass Token {\n    void rotate() {}\n}\n")
                .write("src/auth/logo.png", new byte[] {0, 1, 2})
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        Outcome.Reached<PreparedApproval> prepared = prepared();
        assertThat(shown(preparedLines(prepared, "target/gatekeeper/change.statement")))
                .containsExactly(
                        "[INFO] Target refs/heads/main at " + id("main") + ", head " + id("HEAD") + ", merge base "
                                + id("main"),
                        "[INFO] To be approved: that the change of contract 'change' enters refs/heads/main of acme/shop",
                        "[INFO] The contract that is signed, .gatekeeper/contracts/change.yaml:",
                        "[INFO]     | whatChanged: Tokens rotate on each use.",
                        "[INFO]     | whyChanged: A stolen token stayed valid for 30 days.",
                        "[INFO]     | riskLevel: RED",
                        "[INFO]     | invariantsChecked:",
                        "[INFO]     |   - INVARIANTS.md: the auth section was read against the diff",
                        "[INFO]     | tests:",
                        "[INFO]     |   - command: mvn -B verify",
                        "[INFO]     |     result: 412 tests, 0 failures",
                        "[INFO]     | escalation:",
                        "[INFO]     |   approver: Jane Smith",
                        "[INFO]     |   approvalEvidence: https://git.acme.example/shop/pull/42#review-1",
                        "[INFO] RED     src/auth/logo.png  added: Auth or permissions logic (rule auth, pattern **/auth/**)"
                                + "  (bytes before: 0, after: 3)",
                        "[INFO] RED     " + DemoShop.RED
                                + "  modified: Auth or permissions logic (rule auth, pattern **/auth/**)"
                                + "  (lines added: 3, removed: 1)",
                        "[INFO] To see what is RED, and nothing else:",
                        "[INFO]     git --literal-pathspecs diff --no-renames " + history.id("main") + " "
                                + history.id("HEAD") + " -- src/auth/logo.png " + DemoShop.RED,
                        "[INFO] Rule auth (Auth or permissions logic) asks for 1 signed approval and has 0: Jane Smith ("
                                + FINGERPRINT + ")",
                        "[INFO] The statement, in target/gatekeeper/change.statement:",
                        "[INFO]     gatekeeper-approval/1",
                        "[INFO]     repository: acme/shop",
                        "[INFO]     target: refs/heads/main",
                        "[INFO]     contract: change sha256:"
                                + prepared.result().task().contract().sha256(),
                        "[INFO]     " + statementLine(prepared, 4),
                        "[INFO]     " + statementLine(prepared, 5),
                        "[INFO] To approve, run this here; nothing of the change has to be checked out:",
                        "[INFO]     ssh-keygen -Y sign -n gatekeeper -f ~/.ssh/id_ed25519 < target/gatekeeper/change.statement"
                                + " > target/gatekeeper/jane-smith.sig",
                        "[INFO] Then send target/gatekeeper/jane-smith.sig to the author, who commits it on the branch of the"
                                + " change as .gatekeeper/approvals/change/jane-smith.sig",
                        "[INFO] With another key, name its file after -f; for a key in an agent, its '.pub' file.",
                        "[INFO] The signature proves that whoever holds your key approved this contract and these RED contents"
                                + " for this target, and nothing else. It counts until one of them changes, here or on the target.",
                        "[INFO] This run is isolated: a test");
    }

    @Test
    void showsWhoHasWhichKey() throws IOException {
        adopt(
                "    approval: signed\n",
                "keys: [\"" + KEY + "\"]\n    - {name: Omar Haddad, keys: [\"" + OTHER_KEY + "\"]}");
        history.write(DemoShop.RED, "// rotated\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        assertThat(shown(preparedLines(prepared(), "s")))
                .contains(
                        "[INFO] Rule auth (Auth or permissions logic) asks for 1 signed approval and has 0: Jane Smith ("
                                + FINGERPRINT + "), Omar Haddad (SHA256:EguUOCFCmkixSlK/SR/LJN9w9rwQD53T+/Vg6ITSHpk)");
    }

    @Test
    void showsWhoMayReviewInstead() throws IOException {
        adopt(
                "    approval: reviewed\n",
                "logins: [janes]\n      keys: [\"" + KEY + "\"]\n    - {name: Omar Haddad, logins: [omarh]}");
        history.write(DemoShop.RED, "// rotated\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        assertThat(shown(preparedLines(prepared(), "s")))
                .contains(
                        "[WARNING] Nothing in this change asks for a signature: a review where the change is proposed, as the"
                                + " pipeline knows it, is enough, and a signed one counts too.",
                        "[INFO] Rule auth (Auth or permissions logic) asks for 1 reviewed approval and has 0: Jane Smith ("
                                + FINGERPRINT + " or login janes), Omar Haddad (login omarh)");
        Outcome.Reached<PreparedApproval> reviewed = (Outcome.Reached<PreparedApproval>) Gatekeeper.prepareApproval(
                Requests.of(folder.resolve("shop"))
                        .target("main")
                        .reviews(List.of("omarh@" + history.id("HEAD")))
                        .request(),
                Optional.empty());
        assertThat(shown(preparedLines(reviewed, "s")))
                .contains(
                        "[WARNING] Enough people approve this change already; a further signature changes nothing.",
                        "[INFO]     Counts already: Omar Haddad (reviewed at " + id("HEAD")
                                + ", as the pipeline says)");
    }

    /** Whoever has two keys is not to take the one that counts no more. */
    @Test
    void showsTheKeysThatCountToday() {
        adopt(
                "    approval: signed\n",
                "keys: [\"" + KEY + "\", {key: \"" + OTHER_KEY + "\", validBefore: 2026-11-22}]\n"
                        + "    - {name: Omar Haddad, keys: [{key: \"ecdsa-sha2-nistp256 "
                        + resource("/approval/ecdsa256.pub").split(" ", -1)[1] + "\", validAfter: 2027-01-01}]}");
        history.write(DemoShop.RED, "// rotated\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        assertThat(shown(preparedLines(prepared(), "s")))
                .anyMatch(
                        line -> line.startsWith(
                                        "[INFO] Rule auth (Auth or permissions logic) asks for 1 signed approval"
                                                + " and has 0: Jane Smith (" + FINGERPRINT
                                                + "), Omar Haddad (has no key that counts today: the key 'SHA256:")
                                && line.endsWith(
                                        "' of 'Omar Haddad' has validAfter '2027-01-01', and today is '2026-11-22' (UTC))"));
    }

    @Test
    void warnsOfWhatMakesASignatureVain() {
        adopt("", "");
        history.write(DemoShop.RED, "// rotated\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens", "Jane <jane@acme.example>");
        history.checkout("main").write(DemoShop.RED, "// other\n").commit("Go on");
        history.checkout("change");
        assertThat(shown(preparedLines(prepared(), "/a b/it's.statement")))
                .contains(
                        "[INFO] Rule auth (Auth or permissions logic) asks for 1 approval and has 0: Jane Smith (may not: is an author of "
                                + DemoShop.RED + ": commit " + id("change")
                                + " names 'Jane <jane@acme.example>' as its author)",
                        "[WARNING] Nothing in this change asks for a signature: a named approval is enough, and a signed one counts too.",
                        "[WARNING] The policy lists no key, so no signature counts; an administrator lands your public key"
                                + " (keys: [\"ssh-ed25519 AAAA…\"]) beside your name in .gatekeeper/policy.yaml of the target.",
                        "[WARNING] " + DemoShop.RED
                                + "  the target has changed this RED path since the merge base; a signature counts only once the author has merged the target",
                        "[INFO]     ssh-keygen -Y sign -n gatekeeper -f ~/.ssh/id_ed25519 < '/a b/it'\\''s.statement'"
                                + " > '/a b/your-name.sig'",
                        "[INFO] Then send /a b/your-name.sig to the author, who commits it on the branch of the change as"
                                + " .gatekeeper/approvals/change/your-name.sig",
                        "[INFO] Write your own name for 'your-name', in the letters a-z, 0-9 and '-'.");
    }

    @Test
    void namesGroupsOfWhichTheRunKnowsNobody() {
        history.checkout("main")
                .write(
                        ".gatekeeper/policy.yaml",
                        policy("    approval: signed\n", "keys: [\"" + KEY + "\"]")
                                .replace("approvers: [security]", "approvers: [security, organisation/office]"))
                .commit("Adopt it");
        history.ref("refs/heads/change", "main")
                .checkout("change")
                .write(DemoShop.RED, "// rotated\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        assertThat(shown(preparedLines(prepared(), "s")))
                .contains(
                        "[INFO] Rule auth (Auth or permissions logic) asks for 1 signed approval and has 0: Jane Smith ("
                                + FINGERPRINT
                                + "), and whoever is in organisation/office, which gatekeeper.orgPolicy would tell",
                        "[INFO] Write your own name for 'your-name', in the letters a-z, 0-9 and '-'.");
        history.checkout("main")
                .write(
                        ".gatekeeper/policy.yaml",
                        policy("    approval: signed\n", "")
                                .replace("approvers: [security]", "approvers: [organisation/office]"))
                .commit("Let the organisation answer");
        history.checkout("change").merge("main");
        assertThat(shown(preparedLines(prepared(), "s")))
                .contains(
                        "[INFO] Rule auth (Auth or permissions logic) asks for 1 signed approval and has 0: whoever is in"
                                + " organisation/office, which gatekeeper.orgPolicy would tell")
                .noneMatch(line -> line.contains("lists no key"));
    }

    /** Their line counts would say nothing about what they bring in. */
    @Test
    void saysWhatIsALinkOrASubmodule() {
        adopt("    approval: signed\n", "keys: [\"" + KEY + "\"]");
        history.symlink("src/auth/link", "../../elsewhere")
                .submodule("src/auth/module", "1".repeat(40))
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        assertThat(shown(preparedLines(prepared(), "s")))
                .anyMatch(line -> line.contains("src/auth/link  added") && line.endsWith("  (a symbolic link)"))
                .anyMatch(line -> line.contains("src/auth/module  added") && line.endsWith("  (a submodule)"));
    }

    @Test
    void saysWhereALineIsEscaped() {
        adopt("    approval: signed\n", "keys: [\"" + KEY + "\"]");
        history.write("src/auth/a\u202Egpj.java", "// x\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        List<String> lines = shown(preparedLines(prepared(), "s"));
        assertThat(lines)
                .contains(
                        "[WARNING] A line above is shown with escapes; the file holds it as it is, and the file is what is signed.")
                .noneMatch(line -> line.contains("\u202E"));
    }

    @Test
    void severalContractsAreListed() {
        adopt("", "");
        history.write(DemoShop.YELLOW, "// x\n")
                .write(DemoShop.CONTRACT, contract())
                .write(".gatekeeper/contracts/other.yaml", contract())
                .commit("Two");
        assertThat(undecided(Optional.empty()))
                .containsExactly(
                        "this change has several contracts: change, other",
                        "Name the one to approve: -Dgatekeeper.contract=change");
        assertThat(undecided(Optional.of("third")))
                .containsExactly(
                        "gatekeeper.contract is 'third', and this change has no contract of that id that can be read; it has change, other",
                        "Name the one to approve: -Dgatekeeper.contract=change");
        assertThat(Gatekeeper.prepareApproval(request(), Optional.of("other"))).isInstanceOf(Outcome.Reached.class);
    }

    @Test
    void withoutAContractThereIsNothingToApprove() {
        adopt("", "");
        assertThat(undecided(Optional.empty()))
                .containsExactly(
                        "there is nothing to approve: head " + history.id("HEAD")
                                + " changes nothing on the target refs/heads/main",
                        "Name the change, once it is fetched, by its full ref or commit id: -Dgatekeeper.head=<ref or id>");
        history.write(DemoShop.RED, "// x\n").commit("No contract");
        assertThat(undecided(Optional.empty()))
                .containsExactly(
                        "there is nothing to approve: this change adds no contract that counts",
                        "The author adds .gatekeeper/contracts/<id>.yaml and pushes; then sign.");
        history.write(DemoShop.CONTRACT, "whatChanged: [\n").commit("A broken one");
        assertThat(undecided(Optional.empty()).get(0))
                .startsWith(DemoShop.CONTRACT + ":")
                .contains("  can't be approved: ");
    }

    @Test
    void aKeyThatOnlyLooksRightLeavesTheTargetUndecidedAndNoChangeLandsOne() {
        String cut = KEY.substring(0, KEY.indexOf(" ") + 41);
        history.write(".gatekeeper/policy.yaml", policy("", "keys: [\"" + cut + "\"]"))
                .write(DemoShop.CONTRACT, contract())
                .commit("A broken key");
        assertThat(Results.reached(Gatekeeper.judge(request())).findings())
                .anyMatch(finding -> finding.code().id().equals("policy-invalid")
                        && finding.problem().equals("the key ends too early"));
        history.ref(TWO, "HEAD").branch("next").write(DemoShop.GREEN, "x\n").commit("Next");
        assertThat(undecided(Optional.empty()).get(0))
                .isEqualTo(
                        ".gatekeeper/policy.yaml of the target refs/heads/main can't be used: 17:14  the key ends too early");
    }

    @Test
    void tellsAFileThatIsNoApproval() throws IOException {
        adopt("    approval: signed\n", "keys: [\"" + KEY + "\"]");
        history.write(DemoShop.RED, "// rotated\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");
        String approve = "git fetch origin " + history.id("main") + " " + history.id("HEAD")
                + "; mvn dev.gatekeeper:gatekeeper-maven-plugin:approve -Dgatekeeper.contract=change"
                + " -Dgatekeeper.target=" + history.id("main") + " -Dgatekeeper.targetName=main -Dgatekeeper.head="
                + history.id("HEAD");
        assertThat(checked("no.sig", "Approved.\n"))
                .containsExactly(
                        "  the signature counts for nothing: the file's first line is not '-----BEGIN SSH SIGNATURE-----'",
                        "    Sign again: " + approve);
        assertThat(checked("other.sig", resource("/approval/ed25519.sig")))
                .containsExactly(
                        "  the signature of Jane Smith is for other content: other RED contents, another contract, another target or"
                                + " another repository than this change has",
                        "    Sign again: " + approve);
        assertThat(checked("stranger.sig", resource("/approval/ecdsa256.sig")))
                .hasSize(2)
                .anyMatch(line -> line.endsWith("is none that the policy lists"))
                .contains("    Have an approver of the policy sign (a new key of theirs lands on the target first): "
                        + approve);
        String other = "    The signature is the file that ends in .sig; check that one: -Dgatekeeper.check=FILE.sig";
        String openSsh = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbg==\n-----END OPENSSH PRIVATE KEY-----\n";
        for (String key :
                List.of(openSsh, openSsh.replace("OPENSSH ", "RSA "), "PuTTY-User-Key-File-3: ssh-ed25519\n")) {
            assertThat(checked("id", key))
                    .containsExactly("  this is a private key: keep it, send it to nobody", other);
        }
        assertThat(checked("id.pub", KEY + " jane@home\n")).containsExactly("  this is a public key", other);
        assertThat(checked("change.statement", "gatekeeper-approval/1\nrepository: acme/shop\n"))
                .containsExactly("  this is the statement, which is what gets signed", other);
        assertThat(checked("huge.sig", "x".repeat(16 * 1024 + 1)))
                .contains("  the signature counts for nothing: it is not a regular file of at most 16 KiB");
        assertThat(Results.undecided(Gatekeeper.checkApproval(
                                request(),
                                Optional.empty(),
                                MemoryFile.flawed("jane.sig", FileContent.Flaw.NOT_REGULAR)))
                        .problem())
                .isEqualTo("jane.sig is not a file, and gatekeeper.check names it");
    }

    @Test
    void tellsWhoseAGoodSignatureIsUnlessItsSignerMayNot() throws IOException {
        history.close();
        Path shop = folder.resolve("signed/shop");
        Path file = Files.writeString(folder.resolve("jane.sig"), SignedShop.SIGNATURE);
        try (GitHistory signed = SignedShop.proposal(shop.toFile())) {
            assertThat(shown(checkedLines(check(shop, file))))
                    .element(1)
                    .asString()
                    .startsWith("[INFO] " + file + " is a good signature of contract 'change' by Jane Smith (SHA256:");
            assertThat(shown(checkedLines(check(shop, file))))
                    .contains("[INFO] It counts once it is committed on the branch of the change as"
                            + " .gatekeeper/approvals/change/<name>.sig")
                    .noneMatch(line -> line.startsWith("[WARNING]"))
                    .endsWith("[INFO] This run is isolated: a test");
            assertThat(check(shop, file).result().signer()).isPresent();
            String tried = signed.write(DemoShop.RED, "// tried\n").commit("Try", "Jane <jane@acme.example>");
            signed.write(DemoShop.RED, SignedShop.ROTATED).commit("Take it back");
            assertThat(check(shop, file).result().signer()).isEmpty();
            assertThat(shown(checkedLines(check(shop, file))))
                    .contains(
                            "[ERROR] " + file + "  the approver 'Jane Smith' is an author of " + DemoShop.RED
                                    + ": commit " + tried.substring(0, 12)
                                    + " names 'Jane <jane@acme.example>' as its author",
                            "[ERROR]     Remove it, and ask another human to sign.");
        }
    }

    @Test
    void aGoodSignatureIsGoodThoughMorePeopleHaveToSign() throws IOException {
        history.close();
        Path shop = folder.resolve("signed/shop");
        Path file = Files.writeString(folder.resolve("jane.sig"), SignedShop.SIGNATURE);
        try (GitHistory signed = SignedShop.proposal(shop.toFile())) {
            signed.checkout("main")
                    .write(
                            ".gatekeeper/policy.yaml",
                            policy("    approval: signed\n    approvals: 2\n", "keys: [\"" + SignedShop.KEY + "\"]")
                                    + "    - {name: Omar Haddad, keys: [\"" + OTHER_KEY + "\"]}\n")
                    .commit("Ask for two");
            signed.checkout("change");
            assertThat(check(shop, file).result().signer()).isPresent();
        }
    }

    @Test
    void whatIsToBeApprovedWritesNoLineOfItsOwn() {
        String path = "src/auth/a\u202E##[error]x.java";
        history.checkout("main")
                .write(path, "// old\n")
                .write(
                        ".gatekeeper/policy.yaml",
                        policy("", "")
                                        .replace("Auth or permissions logic", "\"Auth\\n::error::x\"")
                                        .replace("name: Jane Smith", "name: 'Jane ##[error]Smith'")
                                + "    - name: 'Omar ##Haddad'\n      email: omar@acme.example\n")
                .commit("Adopt it");
        history.branch("next").write(path, "// newer\n").commit("Go on");
        history.ref("refs/heads/change", "main").checkout("change");
        history.write(path, "// new\n")
                .write(
                        DemoShop.CONTRACT,
                        contract().replace("Tokens rotate on each use.", "\"Tokens\\n::error::x ##[error]\""))
                .commit("Rotate tokens", "Jane <jane@acme.example>");
        history.ref("refs/heads/ma##in", "next");

        Outcome<PreparedApproval> prepared = Gatekeeper.prepareApproval(
                request(folder.resolve("shop"), "refs/heads/ma##in", "acme/shop", "no\nway"), Optional.empty());

        String shown = "src/auth/a\\u202E#\\u0023[error]x.java";
        assertThat(clean(preparedLines(prepared, "/a\n::error::b/change.statement")))
                .contains(
                        "[INFO] To be approved: that the change of contract 'change' enters refs/heads/ma#\\u0023in of acme/shop",
                        "[INFO]     | whatChanged: \"Tokens\\\\n::error::x #\\u0023[error]\"",
                        "[INFO] Rule auth (Auth\\n::error::x) asks for 1 approval and has 0: Jane #\\u0023[error]Smith (may not: is an author"
                                + " of " + shown + ": commit " + id("change")
                                + " names 'Jane <jane@acme.example>' as its author), Omar #\\u0023Haddad (no key)",
                        "[WARNING] " + shown
                                + "  the target has changed this RED path since the merge base; a signature counts only once the author has merged the target",
                        "[INFO] The statement, in /a\\n::error::b/change.statement:",
                        "[INFO]     ssh-keygen -Y sign -n gatekeeper -f ~/.ssh/id_ed25519 < '/a\\n::error::b/change.statement'"
                                + " > '/a\\n::error::b/your-name.sig'",
                        "[INFO] This run is isolated: no\\nway");
    }

    @Test
    void aRepositorysNameWritesNoLineOfItsOwnEither() {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", policy("", "").replace("repository: acme/shop\n", ""))
                .commit("Leave its name to CI");
        history.ref("refs/heads/change", "main").checkout("change");
        history.write(DemoShop.RED, "// new\n")
                .write(DemoShop.CONTRACT, contract())
                .commit("Rotate tokens");

        Outcome<PreparedApproval> prepared = Gatekeeper.prepareApproval(
                request(folder.resolve("shop"), TWO, "acme/##shop", "a test"), Optional.empty());

        assertThat(clean(preparedLines(prepared, "s")))
                .contains(
                        "[INFO] To be approved: that the change of contract 'change' enters refs/heads/main of acme/#\\u0023shop");
    }

    @Test
    void aCheckedFileWritesNoLineOfItsOwn() throws IOException {
        assumeTrue(File.separatorChar == '/', "no other file system has such names");
        history.close();
        Path shop = folder.resolve("signed/shop");
        Path good = Files.writeString(folder.resolve("good\n::error::x.sig"), SignedShop.SIGNATURE);
        Path bad = Files.writeString(folder.resolve("bad\n::error::x.sig"), resource("/approval/ed25519.sig"));
        try (GitHistory signed = SignedShop.change(shop.toFile())) {
            signed.checkout("main")
                    .write(
                            ".gatekeeper/policy.yaml",
                            DemoShop.POLICY.replace("name: Jane Smith", "name: 'Jane ##[error]Smith'")
                                    + "      keys: [\"" + SignedShop.KEY + "\"]\n"
                                    + "    - name: 'Omar ##[error]Haddad'\n      keys: [\"" + KEY + "\"]\n")
                    .commit("Adopt it");
            signed.ref("refs/heads/change", "main")
                    .ref("refs/heads/ma##in", "main")
                    .checkout("change");
            signed.write(DemoShop.RED, SignedShop.ROTATED)
                    .write(DemoShop.CONTRACT, SignedShop.CONTRACT)
                    .commit("Rotate tokens");
        }

        assertThat(clean(checkedLines(check(request(shop), good))))
                .element(1)
                .asString()
                .startsWith("[INFO] " + folder + "/good\\n::error::x.sig is a good signature of contract 'change' by"
                        + " Jane #\\u0023[error]Smith (SHA256:");
        Outcome.Reached<SignatureReview> other = check(request(shop, "refs/heads/ma##in", "acme/shop", "a test"), bad);
        assertThat(clean(checkedLines(other)))
                .anyMatch(line -> line.startsWith("[ERROR] " + folder + "/bad\\n::error::x.sig  the signature of"
                        + " Omar #\\u0023[error]Haddad is for other content: "))
                .anyMatch(line -> line.startsWith("[ERROR]     Sign again: ")
                        && line.contains(" -Dgatekeeper.targetName='ma#\\u0023in' "));
        assertThat(ApprovalReport.failure(other.result()))
                .isEqualTo("Gatekeeper: " + folder + "/bad\\n::error::x.sig does not approve the contract 'change'");
    }

    private static List<Line> preparedLines(Outcome<PreparedApproval> prepared, String file) {
        return ApprovalReport.lines(prepared.facts(), Results.reached(prepared), file);
    }

    private static List<Line> checkedLines(Outcome<SignatureReview> checked) {
        return ApprovalReport.lines(checked.facts(), Results.reached(checked));
    }

    private static List<String> clean(List<Line> lines) {
        assertThat(lines)
                .extracting(Line::text)
                .noneMatch(text -> FORBIDDEN.matcher(text).find());
        return shown(lines);
    }

    private static Outcome.Reached<SignatureReview> check(Path shop, Path file) throws IOException {
        return check(request(shop), file);
    }

    private static Outcome.Reached<SignatureReview> check(Request request, Path file) throws IOException {
        return (Outcome.Reached<SignatureReview>)
                Gatekeeper.checkApproval(request, Optional.empty(), MemoryFile.of(file));
    }

    private List<String> checked(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Outcome.Reached<SignatureReview> checked = check(request(), file);
        assertThat(checked.result().signer()).isEmpty();
        assertThat(ApprovalReport.failure(checked.result()))
                .isEqualTo("Gatekeeper: " + file + " does not approve the contract 'change'");
        return shown(checkedLines(checked)).stream()
                .filter(line -> line.startsWith("[ERROR] "))
                .map(line -> line.substring("[ERROR] ".length()).replace(file.toString(), ""))
                .toList();
    }

    private void adopt(String ofRule, String ofJane) {
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", policy(ofRule, ofJane))
                .commit("Adopt it");
        history.ref("refs/heads/change", "main").checkout("change");
    }

    private static String policy(String ofRule, String ofJane) {
        String policy = DemoShop.POLICY.replace("    approvers: [security]\n", "    approvers: [security]\n" + ofRule);
        return policy + (ofJane.isEmpty() ? "" : "      " + ofJane + "\n");
    }

    private static String contract() {
        return DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER);
    }

    private Outcome.Reached<PreparedApproval> prepared() {
        return (Outcome.Reached<PreparedApproval>) Gatekeeper.prepareApproval(request(), Optional.empty());
    }

    private List<String> undecided(Optional<String> contract) {
        Outcome.Undecided<PreparedApproval> undecided =
                Results.undecided(Gatekeeper.prepareApproval(request(), contract));
        return List.of(undecided.problem(), undecided.remedy());
    }

    private static String statementLine(Outcome.Reached<PreparedApproval> prepared, int line) {
        return new String(prepared.result().task().statement().bytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()
                .get(line);
    }

    private String id(String revision) {
        return history.id(revision).substring(0, 12);
    }

    private Request request() {
        return request(folder.resolve("shop"));
    }

    private static Request request(Path repository) {
        return request(repository, TWO, "acme/shop", "a test");
    }

    private static Request request(Path repository, String target, String name, String reason) {
        return Requests.of(repository)
                .target(target)
                .repositoryName(name)
                .trust(true, reason)
                .request();
    }

    private static List<String> shown(List<Line> lines) {
        return lines.stream()
                .map(line -> "[" + line.severity() + "] " + line.text())
                .toList();
    }

    private static String resource(String name) {
        try (var stream = ApprovalReportTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
