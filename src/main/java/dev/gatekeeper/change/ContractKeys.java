package dev.gatekeeper.change;

import java.util.ArrayList;
import java.util.List;

/** The keys of a contract, as authors write them; a policy may give none of them another meaning. */
public final class ContractKeys {

    public static final String WHAT_CHANGED = "whatChanged";
    public static final String WHY_CHANGED = "whyChanged";
    public static final String RISK_LEVEL = "riskLevel";
    public static final String INVARIANTS = "invariantsChecked";
    public static final String TESTS = "tests";
    public static final String COMMAND = "command";
    public static final String RESULT = "result";
    public static final String ESCALATION = "escalation";
    public static final String APPROVER = "approver";
    public static final String EVIDENCE = "approvalEvidence";
    public static final String DECISION = "decision";

    /** The text fields that every contract has. */
    public static final List<String> TEXTS = List.of(WHAT_CHANGED, WHY_CHANGED);

    /** The other fields that every contract may have. */
    public static final List<String> OTHERS = List.of(RISK_LEVEL, INVARIANTS, TESTS, ESCALATION);

    /** The fields whose value is one of a few words; no text that a comment could cut off. */
    public static final List<String> OF_WORDS = List.of(RISK_LEVEL, DECISION);

    public static final List<String> OF_TEST = List.of(COMMAND, RESULT);
    public static final List<String> OF_ESCALATION = List.of(EVIDENCE, APPROVER, DECISION);

    private ContractKeys() {}

    /** The fields of every contract, whatever a policy adds. */
    public static List<String> ofEveryContract() {
        List<String> keys = new ArrayList<>(TEXTS);
        keys.addAll(OTHERS);
        return List.copyOf(keys);
    }
}
