package dev.gatekeeper.verdict;

import dev.gatekeeper.approvals.Approvals;
import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.Level;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.contract.Contract;
import dev.gatekeeper.contract.Contracts;
import dev.gatekeeper.contract.Decision;
import dev.gatekeeper.contract.Escalation;
import dev.gatekeeper.contract.FieldValue;
import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.policy.Policy;
import dev.gatekeeper.policy.Rule;
import dev.gatekeeper.yaml.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pure judge: from what was read to a judgement. */
public final class Judge {

    private Judge() {}

    /** Judges a change; one without any changed path passes without a contract. */
    public static Judgement judge(Case judged) {
        List<Finding> findings = judged.change().isEmpty() ? List.of() : findings(judged);
        return new Judgement(
                judged.classification(),
                contracts(judged.contracts()),
                judged.contracts().declared(),
                judged.level() == Level.RED,
                authors(judged.commits()),
                judged.approvals().counted(),
                needsSignature(judged, findings) ? judged.statements() : List.of(),
                findings,
                human(judged, findings),
                judged.change().isEmpty() ? List.of() : remarks(judged, findings),
                judged.warnOnly(),
                judged.squashed(),
                rollOutCovers(judged, findings));
    }

    private static List<JudgedContract> contracts(Contracts contracts) {
        Map<String, JudgedContract> readable = new HashMap<>();
        for (Contract contract : contracts.readable()) {
            readable.put(
                    contract.file(),
                    new JudgedContract(
                            contract.file(),
                            Optional.of(contract.sha256()),
                            text(contract, ContractKeys.WHAT_CHANGED),
                            text(contract, ContractKeys.WHY_CHANGED)));
        }
        List<JudgedContract> judged = new ArrayList<>();
        for (String file : contracts.files()) {
            judged.add(readable.getOrDefault(file, JudgedContract.unreadable(file)));
        }
        return judged;
    }

    private static Optional<String> text(Contract contract, String key) {
        FieldValue value = contract.texts().get(key);
        return value == null ? Optional.empty() : Optional.of(value.text());
    }

    private static List<Person> authors(List<Commit> commits) {
        Set<Person> authors = new LinkedHashSet<>();
        for (Commit commit : commits) {
            for (Author author : commit.authors()) {
                authors.add(author.person());
            }
        }
        return List.copyOf(authors);
    }

    private static Optional<String> human(Case judged, List<Finding> findings) {
        if (!waitForApprover(findings)) {
            return Optional.empty();
        }
        Set<String> asked = new LinkedHashSet<>();
        for (Contract contract : judged.contracts().readable()) {
            for (Escalation escalation : contract.escalations()) {
                if (escalation.decision() == Decision.REJECTED) {
                    asked.add(escalation
                            .approver()
                            .map(FieldValue::text)
                            .filter(name -> !name.isBlank())
                            .map(name -> name + ", who decided against it")
                            .orElse("whoever decided against it"));
                }
            }
        }
        // One rejection blocks whoever else approves, so nobody else is sent for before it is gone.
        Approvals inPlace = judged.inPlace().approvals();
        WhomToAsk whomToAsk = new WhomToAsk(inPlace.open().isEmpty() ? judged.approvals() : inPlace);
        return Optional.of(asked.isEmpty() ? whomToAsk.next() : String.join(", and ", asked));
    }

    private static List<Finding> findings(Case judged) {
        List<Finding> findings = new ArrayList<>(new ContractFindings(judged).findings());
        for (Contract contract : judged.contracts().readable()) {
            findings.addAll(new FieldFindings(judged, contract).findings());
        }
        findings.addAll(new RiskFindings(judged).findings());
        findings.addAll(new PathFindings(judged).findings());
        findings.addAll(new ApprovalFindings(judged, judged.approvals()).findings());
        if (findings.size() > 1) {
            findings.sort(Comparator.comparing(Finding::code));
        }
        return findings;
    }

    private static List<Remark> remarks(Case judged, List<Finding> findings) {
        List<Remark> remarks = new ArrayList<>(new Moves(judged).remarks(findings));
        Optional<Remark> asked = new ContractFindings(judged).asked();
        if (asked.isPresent()) {
            remarks.add(asked.get());
        }
        for (Contract contract : judged.contracts().readable()) {
            for (FieldValue name : contract.unasked()) {
                remarks.add(new Remark(
                        contract.file(),
                        Optional.of(name.mark()),
                        "no policy in force asks for '" + name.text() + "', and nobody reads it"));
            }
            for (Problem comment : contract.comments()) {
                remarks.add(new Remark(contract.file(), comment.mark(), comment.text()));
            }
            remarks.addAll(new FieldFindings(judged, contract).remarks());
        }
        if (judged.strictness().letsOldFormsStand()) {
            for (Policy policy : judged.policies().from(Origin.TARGET).stream().toList()) {
                policy.refusedSince()
                        .forEach(flaw -> remarks.add(new Remark(
                                Layout.POLICY.display(), Optional.empty(), flaw + "; the first release took it")));
            }
        }
        remarks.addAll(new ApprovalFindings(judged, judged.approvals()).remarks());
        return remarks;
    }

    /** Whether a signature is still to be had that can count. */
    private static boolean needsSignature(Case judged, List<Finding> findings) {
        return judged.approvals().askForSignature()
                && judged.approvals().redChangedByTarget().isEmpty()
                && waitForApprover(findings);
    }

    private static boolean waitForApprover(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.mendedBy() == MendedBy.APPROVER) {
                return true;
            }
        }
        return false;
    }

    /** A roll-out date covers what its own policy asks for, and never a change of Gatekeeper's own files. */
    private static boolean rollOutCovers(Case judged, List<Finding> findings) {
        if (findings.isEmpty()) {
            return false;
        }
        boolean touchesGatekeeper = judged.classification().touched().stream()
                .anyMatch(touched -> touched.rule().id().equals(Rule.GATEKEEPER));
        return !touchesGatekeeper && findings.stream().allMatch(finding -> isCovered(judged, finding));
    }

    private static boolean isCovered(Case judged, Finding finding) {
        LocalDate today = judged.today();
        return !finding.code().neverWarns()
                && finding.askedBy().stream()
                        .allMatch(origin -> judged.policies()
                                .from(origin)
                                .filter(policy -> policy.onlyWarns(today))
                                .isPresent());
    }
}
