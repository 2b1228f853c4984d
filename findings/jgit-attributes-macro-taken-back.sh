#!/usr/bin/env bash
# gitattributes(5) lets a macro stand for its attributes only where the macro is set; "-macro" unsets the
# macro and says nothing of what it holds. Expected: JGit agrees.
# Seen with git 2.39.5 and JGit 7.8.1: JGit expands a macro that is unset, too. What the macro sets is then
# unset, and what it gives a value has that value.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17

git init -q repository
printf '[attr]macro flag other=value\nset macro\nunset -macro\n' > repository/.gitattributes
touch repository/set repository/unset
git -C repository add .

cat > Macros.java <<'JAVA'
import java.io.File;
import org.eclipse.jgit.attributes.Attributes;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

class Macros {
    public static void main(String[] none) throws Exception {
        try (var repository = new FileRepositoryBuilder().setGitDir(new File("repository/.git")).build();
                var walk = new TreeWalk(repository)) {
            walk.addTree(new DirCacheIterator(repository.readDirCache()));
            walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
            while (walk.next()) {
                Attributes found = walk.getAttributes();
                System.out.println(walk.getPathString() + "=" + state(found, "macro") + ", " + state(found, "flag")
                        + ", " + state(found, "other"));
            }
        }
    }

    static String state(Attributes found, String name) {
        return found.isSet(name) ? "set"
                : found.isUnset(name) ? "unset"
                : found.isUnspecified(name) ? "unspecified" : found.getValue(name);
    }
}
JAVA
run_java Macros.java > output
git_states() {
    git -C repository check-attr macro flag other -- "$1" | sed 's/.*: //' | paste -sd, | sed 's/,/, /g'
}
expect 'with macro, git'   'set, set, value'                  "$(git_states set)"
expect 'with macro, JGit'  'set, set, value'                  "$(field set)"
expect 'with -macro, git'  'unset, unspecified, unspecified'  "$(git_states unset)"
expect 'with -macro, JGit' 'unset, unset, value'              "$(field unset)"
finish
