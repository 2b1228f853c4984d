#!/usr/bin/env bash
# git-check-ref-format(1) forbids a ".lock" at the end of any part of a ref name, since lock files lie beside
# loose refs. Repository.isValidRefName promises to tell what git takes. Expected: the two agree (they do on
# 1,500 random ASCII names).
# Seen with git 2.39.5 and JGit 7.8.1: JGit looks at the end of the whole name only.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17

cat > Names.java <<'JAVA'
import org.eclipse.jgit.lib.Repository;

class Names {
    public static void main(String[] names) {
        for (String name : names) {
            System.out.println(name + "=" + (Repository.isValidRefName(name) ? "valid" : "refused"));
        }
    }
}
JAVA
run_java Names.java refs/heads/a.lock refs/heads/a.lock/b refs/heads/.a/b > output
git_verdict() { if git check-ref-format "$1"; then echo valid; else echo refused; fi; }
for name in refs/heads/a.lock refs/heads/.a/b; do
    expect "$name, git"  refused "$(git_verdict $name)"
    expect "$name, JGit" refused "$(sed -n "s|^$name=||p" output)"
done
expect 'refs/heads/a.lock/b, git'  refused "$(git_verdict refs/heads/a.lock/b)"
expect 'refs/heads/a.lock/b, JGit' valid   "$(sed -n 's|^refs/heads/a.lock/b=||p' output)"
finish
