package dev.gatekeeper.report;

import dev.gatekeeper.verdict.Demand;
import dev.gatekeeper.verdict.SigningTask;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The commands by which an approver signs, as they can be pasted into a shell at the root of the work tree. */
final class SigningCommands {

    /** Stands for the approver's name where several may sign; a good file name, so that the command works as it is. */
    static final String ANYBODY = "your-name";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./@:+-]*");
    private static final int LONGEST_NAME = 40;

    private SigningCommands() {}

    /** The commands, in their order; {@code statementFile} is where the statement lies. */
    static List<String> of(SigningTask task, String statementFile) {
        String folder = ".gatekeeper/approvals/" + task.contract().id();
        String signature = folder + "/" + approver(task) + ".sig";
        return List.of(
                "mkdir -p " + folder,
                "ssh-keygen -Y sign -n gatekeeper -f ~/.ssh/id_ed25519 < " + quote(statementFile) + " > " + signature,
                "git add " + signature,
                "git commit -m 'Approve " + task.contract().id() + "'",
                "git push");
    }

    /** The file name of the only one who may sign, or one for anybody. */
    static String approver(SigningTask task) {
        List<String> names = task.demands().stream()
                .flatMap(demand -> demand.candidates().stream())
                .filter(Demand.Candidate::maySign)
                .map(candidate -> fileName(candidate.name()))
                .distinct()
                .toList();
        return names.size() == 1 && !names.get(0).isEmpty() ? names.get(0) : ANYBODY;
    }

    private static String fileName(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return letters.substring(0, Math.min(LONGEST_NAME, letters.length()));
    }

    private static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
