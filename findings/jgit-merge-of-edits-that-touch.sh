#!/usr/bin/env bash
# Where the same line stands above and below an inserted one, git and JGit move the insertion as far down as it goes, so
# that their comparisons, and merges made of them, agree.
# Expected: what JGit's MergeAlgorithm merges without a conflict, `git merge-file` does too.
# Seen with git 2.39.5 and JGit 7.8.1: JGit moves each edit by itself, and of two that touch each other the lower one
# keeps the upper one in its place, where git moves both as one. Then an edit of the other side right below conflicts
# for git and not for JGit.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17
printf '%s\n' a b a c > base
printf '%s\n' c a b a c a d c > one
printf '%s\n' a a c c > other

cat > Merge.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;

class Merge {
    public static void main(String[] none) throws Exception {
        RawText base = text("base");
        System.out.println("edits=" + MyersDiff.INSTANCE.diff(RawTextComparator.DEFAULT, base, text("one")));
        System.out.println("conflict=" + new MergeAlgorithm(MyersDiff.INSTANCE)
                .merge(RawTextComparator.DEFAULT, base, text("one"), text("other"))
                .containsConflicts());
    }

    private static RawText text(String file) throws Exception {
        return new RawText(Files.readAllBytes(Path.of(file)));
    }
}
JAVA
run_java Merge.java > output
if git merge-file -p one base other > /dev/null; then conflict=false; else conflict=true; fi
expect "git, a conflict"   true  "$conflict"
expect "JGit, a conflict"  false "$(field conflict)"
expect "JGit's edits"      'EditList[INSERT(0-0,0-1), INSERT(3-3,4-6), INSERT(3-3,6-7)]' "$(field edits)"
finish
