#!/usr/bin/env bash
# gitattributes(5) takes a pattern in double quotes, written like a C string: the only way to name a path with
# a blank in one line without a wildcard. Expected: JGit's TreeWalk.getAttributes gives what git check-attr
# gives.
# Seen with git 2.39.5 and JGit 7.8.1: JGit splits the line at the blank inside the quotes, so "a b" has no
# attributes. A quoted pattern without a blank matches nothing either.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17

git init -q repository
printf '"a b" kind=quoted\n"c*" kind=star\nd kind=plain\n' > repository/.gitattributes
touch repository/'a b' repository/c repository/d
git -C repository add .

cat > Attributes.java <<'JAVA'
import java.io.File;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

class Attributes {
    public static void main(String[] none) throws Exception {
        try (var repository = new FileRepositoryBuilder().setGitDir(new File("repository/.git")).build();
                var walk = new TreeWalk(repository)) {
            walk.addTree(new DirCacheIterator(repository.readDirCache()));
            walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
            while (walk.next()) {
                System.out.println(walk.getPathString() + "=" + walk.getAttributes().getValue("kind"));
            }
        }
    }
}
JAVA
run_java Attributes.java > output
git_value() { git -C repository check-attr kind -- "$1" | sed 's/.*: kind: //'; }
expect 'd, git'         plain  "$(git_value d)"
expect 'd, JGit'        plain  "$(field d)"
expect '"a b", git'     quoted "$(git_value 'a b')"
expect '"a b", JGit'    null   "$(field 'a b')"
expect '"c*", git'      star   "$(git_value c)"
expect '"c*", JGit'     null   "$(field c)"
finish
