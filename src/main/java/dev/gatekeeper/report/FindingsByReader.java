package dev.gatekeeper.report;

import dev.gatekeeper.text.Words;
import dev.gatekeeper.verdict.Finding;
import dev.gatekeeper.verdict.MendedBy;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings of a verdict as they are shown, told apart by who can mend them.
 *
 * @param author what the author can mend, in the order of the verdict
 * @param approver what a human must fill in, in the order of the verdict
 * @param left those that are not shown
 */
record FindingsByReader(List<Finding> author, List<Finding> approver, List<Finding> left) {

    private static final String SAME = "Do the same as above, once: it mends this too.";

    FindingsByReader {
        author = List.copyOf(author);
        approver = List.copyOf(approver);
        left = List.copyOf(left);
    }

    static FindingsByReader of(List<Finding> all) {
        List<Finding> sorted = new ArrayList<>(by(MendedBy.AUTHOR, all));
        sorted.addAll(by(MendedBy.APPROVER, all));
        Capped<Finding> capped = Capped.of(eachCommandOnce(sorted));
        return new FindingsByReader(
                by(MendedBy.AUTHOR, capped.shown()), by(MendedBy.APPROVER, capped.shown()), capped.left());
    }

    /** An author's command that mends several findings fails where it is run for each; approvers sign by one, but each by themselves. */
    private static List<Finding> eachCommandOnce(List<Finding> findings) {
        List<Finding> shown = new ArrayList<>();
        String before = "";
        for (Finding finding : findings) {
            boolean again = finding.mendedBy() == MendedBy.AUTHOR
                    && finding.remedy().equals(before)
                    && RemedyText.of(before).command().isPresent();
            shown.add(again ? withRemedy(finding, SAME) : finding);
            before = finding.remedy();
        }
        return shown;
    }

    private static Finding withRemedy(Finding finding, String remedy) {
        return new Finding(
                finding.code(),
                finding.file(),
                finding.mark(),
                finding.problem(),
                remedy,
                finding.askedBy(),
                finding.mendedBy(),
                finding.example());
    }

    /** Such as {@code 3 findings}. */
    static String count(List<Finding> findings) {
        return Words.count(findings.size(), "finding");
    }

    /** Where a finding shows: {@code file:line:column}, or the file alone. */
    static String place(Finding finding) {
        return finding.file() + finding.mark().map(mark -> ":" + mark).orElse("");
    }

    /** Counts the findings that are not shown. */
    String leftOut() {
        int human = by(MendedBy.APPROVER, left).size();
        return "Not shown: " + count(left) + (human == 0 ? "" : ", of which a human must fill in " + human)
                + ". The record holds all.";
    }

    private static List<Finding> by(MendedBy who, List<Finding> findings) {
        List<Finding> found = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.mendedBy() == who) {
                found.add(finding);
            }
        }
        return found;
    }
}
