package dev.gatekeeper.contract;

import java.util.List;
import java.util.Set;

/** The keys of a contract, as authors write them. */
public final class Keys {

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

    static final Set<String> OTHERS = Set.of(RISK_LEVEL, INVARIANTS, TESTS, ESCALATION);
    static final List<String> OF_ESCALATION = List.of(EVIDENCE, APPROVER, DECISION);

    private Keys() {}
}
