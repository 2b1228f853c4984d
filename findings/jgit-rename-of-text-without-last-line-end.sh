#!/usr/bin/env bash
# JGit's RenameDetector scores how alike two files are from 0 to 100 as git's -M does: the bytes of common
# lines over the size of the larger file. Expected: the same score, give or take one.
# Seen with git 2.39.5 and JGit 7.8.1: git leaves a last line without a line end out of the common ones, JGit
# counts it. A file of two lines that loses its last line end when it moves is a rename of 98 in JGit and of
# 38 in git, below the usual 50: a deletion and an addition.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17

cat > Scores.java <<'JAVA'
import java.io.File;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

class Scores {
    public static void main(String[] trees) throws Exception {
        try (var repository = new FileRepositoryBuilder().setGitDir(new File("repository/.git")).build();
                var walk = new TreeWalk(repository)) {
            for (String tree : trees) {
                walk.addTree(ObjectId.fromString(tree));
            }
            walk.setRecursive(true);
            var detector = new RenameDetector(repository);
            detector.setRenameScore(1);
            detector.addAll(DiffEntry.scan(walk));
            for (DiffEntry entry : detector.compute()) {
                System.out.println(entry.getScore());
            }
        }
    }
}
JAVA
git init -q repository
tree() { # NAME, the text on standard input
    printf '100644 blob %s\t%s\n' "$(git -C repository hash-object -w --stdin)" "$1" | git -C repository mktree
}
first='the first line of the text' second='another line, somewhat longer than that one'
old=$(printf '%s\n%s\n' "$first" "$second" | tree old)
cut=$(printf '%s\n%s' "$first" "$second" | tree new)
whole=$(printf '%s\n%s\n' "$first" "$first" | tree new)
git_score() { git -C repository diff-tree -r -M1% --name-status "$1" "$2" | sed -n 's/^R0*\([0-9]*\).*/\1/p'; }
expect 'other last line, git'     38 "$(git_score "$old" "$whole")"
expect 'other last line, JGit'    38 "$(run_java Scores.java "$old" "$whole")"
expect 'no last line end, git'    38 "$(git_score "$old" "$cut")"
expect 'no last line end, JGit'   98 "$(run_java Scores.java "$old" "$cut")"
finish
