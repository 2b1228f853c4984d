#!/usr/bin/env bash
# git-config(1) still reads the old form [section.subsection], in which the subsection is lower case.
# Expected: JGit, which reads the same files, finds the URL of [remote.origin] under remote, origin, url.
# Seen with git 2.39.5 and JGit 7.8.1: to JGit "remote.origin" is a section of its own, without a subsection.
# It knows no remote of that name, while git does.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17
printf '[remote.Origin]\n url = example\n[remote "other"]\n url = example\n' > config

cat > Sections.java <<'JAVA'
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;

class Sections {
    public static void main(String[] none) throws Exception {
        Config config = new Config();
        config.fromText(Files.readString(Path.of("config")));
        System.out.println("remotes=" + config.getSubsections("remote"));
        System.out.println("url=" + config.getString("remote", "origin", "url"));
        System.out.println("section=" + config.getString("remote.origin", null, "url"));
    }
}
JAVA
run_java Sections.java > output
expect 'git, remote.origin.url'         example "$(git config -f config remote.origin.url)"
expect 'JGit, remote, origin, url'      null    "$(field url)"
expect "JGit's remotes"                 '[other]' "$(field remotes)"
expect 'JGit, section "remote.origin"'  example "$(field section)"
finish
