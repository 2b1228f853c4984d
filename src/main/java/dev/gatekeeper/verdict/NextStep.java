package dev.gatekeeper.verdict;

/** The commands that remedies name. */
final class NextStep {

    private NextStep() {}

    /** How an approver signs the contract {@code id}. */
    static String sign(String id) {
        return "mvn gatekeeper:approve -Dgatekeeper.contract=" + id;
    }
}
