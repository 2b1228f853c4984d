package dev.gatekeeper.approvals;

import dev.gatekeeper.Gatekeeper;
import dev.gatekeeper.Outcome;
import dev.gatekeeper.Request;
import dev.gatekeeper.ssh.Forge;
import dev.gatekeeper.ssh.Signer;
import dev.gatekeeper.ssh.SshKeygen;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import dev.gatekeeper.testing.Requests;
import dev.gatekeeper.testing.Results;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop whose RED paths ask for signatures, with people who sign: by ssh-keygen where it is there, by the JDK elsewhere. */
final class SigningShop implements AutoCloseable {

    static final String RED = DemoShop.RED;
    static final String CARD = "src/main/java/shop/payments/Card.java";
    static final String ID = "rotate";

    private final Path folder;
    private final SshKeygen keygen;
    private final Map<String, Signer> signers = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    final GitHistory history;

    private SigningShop(Path folder) throws IOException {
        this.folder = folder;
        this.keygen = new SshKeygen(Files.createDirectory(folder.resolve("keys")));
        for (String name : List.of("jane", "omar", "mallory")) {
            signers.put(name, Signer.ed25519());
            lines.put(
                    name,
                    SshKeygen.isThere()
                            ? keygen.generate(name, "ed25519")
                            : signer(name).line());
        }
        this.history = DemoShop.change(folder.resolve("shop"));
    }

    /** On {@code main} and on the branch {@code change} there is the shop, with a policy that lists Jane and Omar. */
    static SigningShop open(Path folder) throws IOException {
        SigningShop shop = new SigningShop(folder);
        shop.history
                .checkout("main")
                .write(".gatekeeper/policy.yaml", shop.policy("jane"))
                .commit("Ask for signatures");
        shop.history.checkout("main").branch("work");
        return shop;
    }

    String policy(String jane) {
        return """
               version: 1
               repository: acme/shop
               rules:
                 - id: auth
                   level: RED
                   because: Auth or permissions logic
                   paths: ["**/auth/**"]
                 - id: payments
                   level: RED
                   because: Payments or billing
                   paths: ["**/payments/**"]
                   approvals: 2
                 - id: docs
                   level: GREEN
                   because: Documentation
                   paths: [/docs/]
               approvers:
                 security:
                   - name: Jane Smith
                     email: jane@acme.example
                     keys: ["%s"]
                   - name: Omar Haddad
                     email: omar@acme.example
                     keys: ["%s"]
               approval: signed
               """.formatted(lines.get(jane), lines.get("omar"));
    }

    static String contract(String approver) {
        return DemoShop.contract("RED") + "escalation:\n  approver: " + approver + "\n";
    }

    static String contractFile(String id) {
        return ".gatekeeper/contracts/" + id + ".yaml";
    }

    static String signatureFile(String id, String who) {
        return ".gatekeeper/approvals/" + id + "/" + who + ".sig";
    }

    /** Commits a change of {@code path} with a contract that escalates to Jane. */
    SigningShop propose(String path) {
        history.write(path, "// rotated\n").write(contractFile(ID), contract("Jane Smith"));
        history.commit("Rotate tokens");
        return this;
    }

    /** Commits the signature of the current statement by the key of {@code who}. */
    byte[] sign(String who) throws IOException {
        byte[] file = signature(who, statement());
        history.write(signatureFile(ID, who), file).commit("Approve it");
        return file;
    }

    byte[] signature(String who, byte[] statement) throws IOException {
        return SshKeygen.isThere() ? keygen.sign(who, "sha512", statement) : new Forge(signer(who)).file(statement);
    }

    byte[] statement() {
        return statement(ID);
    }

    byte[] statement(String contract) {
        return statement(contract, "refs/heads/main");
    }

    byte[] statementFor(String target) {
        return statement(ID, target);
    }

    private byte[] statement(String contract, String target) {
        return Results.reached(Gatekeeper.prepareApproval(request(target), Optional.of(contract)))
                .task()
                .statement()
                .bytes();
    }

    /** {@code PASSED}, or the codes of what is wrong, or the problem that leaves it undecided. */
    List<String> verdict() {
        return verdict("refs/heads/main");
    }

    List<String> verdict(String target) {
        return verdict(request(target));
    }

    /** As {@link #verdict(String)}, for a run that is not isolated. */
    List<String> advisoryVerdict(String target) {
        return verdict(Requests.of(folder.resolve("shop"))
                .target(target)
                .trust(false, "a test")
                .request());
    }

    private static List<String> verdict(Request request) {
        Outcome<Judgement> outcome = Gatekeeper.judge(request);
        if (outcome instanceof Outcome.Undecided<Judgement> undecided) {
            return List.of(undecided.problem());
        }
        List<String> codes =
                findings(outcome).stream().map(finding -> finding.code().id()).toList();
        return codes.isEmpty() ? List.of(Results.word(outcome)) : codes;
    }

    List<String> problems() {
        return findings(Gatekeeper.judge(request("refs/heads/main"))).stream()
                .map(Finding::problem)
                .toList();
    }

    private static List<Finding> findings(Outcome<Judgement> outcome) {
        return Results.reached(outcome).findings();
    }

    Path gitFolder() {
        return folder.resolve("shop/.git");
    }

    Request request(String target) {
        return Requests.of(folder.resolve("shop")).target(target).request();
    }

    private Signer signer(String name) {
        return Optional.ofNullable(signers.get(name)).orElseThrow();
    }

    @Override
    public void close() {
        history.close();
    }
}
