package dev.gatekeeper.report;

import dev.gatekeeper.approvals.ListedApprover;
import dev.gatekeeper.approvals.RequirementResult;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Folding;
import dev.gatekeeper.text.NormalForm;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.verdict.SigningTask;
import java.text.Normalizer;
import java.util.List;

/**
 * The one command by which an approver signs, as it can be pasted into a shell where the goal was run. It touches nothing of the change:
 * a branch that is checked out could bring another statement, a link in the signature's place, or hooks.
 */
final class SigningCommands {

    /** Stands for the approver's name where several may sign; a good file name, so that the command works as it is. */
    static final String ANYBODY = "your-name";

    private static final int LONGEST_NAME = 40;

    private SigningCommands() {}

    /** The command; {@code statementFile} is where the statement lies, and the signature will. */
    static String sign(SigningTask task, String statementFile) {
        return "ssh-keygen -Y sign -n gatekeeper -f ~/.ssh/id_ed25519 < " + Shell.quote(statementFile) + " > "
                + Shell.quote(signatureFile(task, statementFile));
    }

    /** Where the command writes the signature: beside the statement. */
    static String signatureFile(SigningTask task, String statementFile) {
        int end = Math.max(statementFile.lastIndexOf('/'), statementFile.lastIndexOf('\\')) + 1;
        return statementFile.substring(0, end) + approver(task) + ".sig";
    }

    /** Where the signature counts, on the branch of the change. */
    static String place(SigningTask task) {
        return ".gatekeeper/approvals/" + task.contract().id() + "/" + approver(task) + ".sig";
    }

    /** The file name of the only one who may sign, or one for anybody. */
    static String approver(SigningTask task) {
        for (RequirementResult result : task.approvals().results()) {
            if (!result.requirement().unknownGroups().isEmpty()) {
                return ANYBODY;
            }
        }
        List<String> names = task.approvals().results().stream()
                .flatMap(result -> task.approvals().listedFor(result).stream())
                .filter(ListedApprover::maySign)
                .map(listed -> fileName(listed.approver().name()))
                .distinct()
                .toList();
        return names.size() == 1 && !names.get(0).isEmpty() ? names.get(0) : ANYBODY;
    }

    private static String fileName(String name) {
        StringBuilder unmarked = new StringBuilder();
        Folding.lower(NormalForm.of(name, Normalizer.Form.NFKD))
                .codePoints()
                .filter(codePoint -> !Characters.isMark(codePoint))
                .forEach(unmarked::appendCodePoint);
        String letters = unmarked.toString().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return letters.substring(0, Math.min(LONGEST_NAME, letters.length()));
    }
}
