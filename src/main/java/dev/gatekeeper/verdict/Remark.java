package dev.gatekeeper.verdict;

import dev.gatekeeper.yaml.Mark;
import java.util.Optional;

/**
 * Something worth saying that is nobody's to mend; it never blocks. Its text holds what the change says as it is; a report escapes it.
 *
 * @param file the path where it shows
 * @param mark the place in that file, where there is one
 * @param text what it is, in one sentence
 */
public record Remark(String file, Optional<Mark> mark, String text) {

    /** What would be a finding if anything were still asked for. */
    static Remark of(Finding finding) {
        return of(finding, "what is asked for is met without it");
    }

    /** What would be a finding but for {@code reason}. */
    static Remark of(Finding finding, String reason) {
        return new Remark(finding.file(), finding.mark(), finding.problem() + "; " + reason);
    }
}
