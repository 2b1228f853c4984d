package dev.gatekeeper.approvals;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.policy.Approver;
import dev.gatekeeper.policy.ApproverKey;
import dev.gatekeeper.ssh.Samples;
import dev.gatekeeper.yaml.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The statement that the samples' signatures are over, as a statement, and approvers who hold the samples' keys. */
final class SampleStatement {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final String SHA256 = "9c0de20a".repeat(8);

    private SampleStatement() {}

    static Statement statement() {
        return statement("acme/shop");
    }

    static Statement statement(String repository) {
        Entry old = new Entry(0100644, "795ea431".repeat(5));
        Entry changed = new Entry(0100755, "ba218928".repeat(5));
        return new Statement(
                repository,
                "refs/heads/main",
                "rotate-tokens",
                SHA256,
                List.of(
                        path("src/auth/\u00dcber T.java", old, changed),
                        path("src/auth/Gone.java", old, Entry.ABSENT),
                        path("src/auth/N.java", Entry.ABSENT, changed)));
    }

    static ChangedPath path(String path, Entry before, Entry after) {
        return new ChangedPath(RawPath.of(path), before, after, before);
    }

    static ApproverKey key(String line) {
        return new ApproverKey(new Mark(7, 13), Samples.parsed(line), Optional.empty(), Optional.empty());
    }

    static Approver approver(String name, String... lines) {
        return new Approver(
                name, Set.of(), Stream.of(lines).map(SampleStatement::key).toList());
    }

    static Keyring keyring(String... lines) {
        return Keyring.of(List.of(approver("Jane Smith", lines)));
    }

    static Keyring keyringOfAll() {
        List<Approver> approvers = new ArrayList<>();
        Samples.NAMES.forEach(name -> approvers.add(approver(name, Samples.line(name))));
        return Keyring.of(approvers);
    }

    static Verification verify(Keyring keyring, byte[] file) {
        return keyring.verify(statement(), file, TODAY);
    }
}
