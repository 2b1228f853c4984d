#!/usr/bin/env bash
# git-interpret-trailers(1) lets a trailer's value go on in lines that start with whitespace, as in mail
# headers, and takes whitespace before the colon. RevCommit.getFooterLines offers the same footers. Expected:
# the same names and values.
# Seen with git 2.39.5 and JGit 7.8.1: JGit joins a line that starts with a blank, but drops one that starts
# with a tab, without a sign; and it knows no footer with a blank before its colon.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17

cat > Footers.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.eclipse.jgit.revwalk.FooterLine;

class Footers {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            System.out.println(file + "=" + FooterLine.fromMessage(Files.readString(Path.of(file))).stream()
                    .map(f -> f.getKey() + ": " + f.getValue()).collect(Collectors.joining("|")));
        }
    }
}
JAVA
printf 'Subject\n\nBody.\n\nReviewed-by: Jane\nTested: on one machine\n and on another\n' > blank
printf 'Subject\n\nBody.\n\nReviewed-by: Jane\nTested: on one machine\n\tand on another\n' > tab
printf 'Subject\n\nBody.\n\nReviewed-by : Jane\n' > spaced
run_java Footers.java blank tab spaced > output
git_footers() { git interpret-trailers --only-trailers --unfold < "$1" | paste -sd'|'; }
whole='Reviewed-by: Jane|Tested: on one machine and on another'
expect 'continued by a blank, git'    "$whole" "$(git_footers blank)"
expect 'continued by a blank, JGit'   "$whole" "$(field blank)"
expect 'continued by a tab, git'      "$whole" "$(git_footers tab)"
expect 'continued by a tab, JGit'     'Reviewed-by: Jane|Tested: on one machine' "$(field tab)"
expect 'blank before the colon, git'  'Reviewed-by: Jane' "$(git_footers spaced)"
expect 'blank before the colon, JGit' ''                  "$(field spaced)"
finish
