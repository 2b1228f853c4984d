#!/usr/bin/env bash
# JGit's Config.getInt and getBoolean read git's configuration files, so the same text should be the same
# value. Expected: "010", "0x10" and a boolean given as a number mean in JGit what `git config --type` says.
# Seen with git 2.39.5 and JGit 7.8.1: git reads numbers as C does, so 010 is eight and 0x10 sixteen, and any
# number but zero is true. To JGit 010 is ten, 0x10 no number, and 2 no boolean.
. "$(dirname "$0")/common.sh"
echo "version: $(git --version)"
jars org.eclipse.jgit:org.eclipse.jgit:7.8.1.202611041320-r org.slf4j:slf4j-nop:2.0.17

cat > Numbers.java <<'JAVA'
import org.eclipse.jgit.lib.Config;

class Numbers {
    public static void main(String[] texts) throws Exception {
        for (String text : texts) {
            Config config = new Config();
            config.fromText("[a]\n b = " + text + "\n");
            System.out.println("int-" + text + "=" + read(() -> config.getInt("a", "b", -1)));
            System.out.println("bool-" + text + "=" + read(() -> config.getBoolean("a", "b", false)));
        }
    }

    static String read(java.util.function.Supplier<Object> reader) {
        try {
            return reader.get().toString();
        } catch (IllegalArgumentException refused) {
            return "refused";
        }
    }
}
JAVA
run_java Numbers.java 010 0x10 1k 2 yes > output
git_value() { # TYPE TEXT
    printf '[a]\n b = %s\n' "$2" > config
    git config -f config --type="$1" a.b 2> refusal || echo refused
}
expect '1k as a number, git'     1024    "$(git_value int 1k)"
expect '1k as a number, JGit'    1024    "$(field int-1k)"
expect '010 as a number, git'    8       "$(git_value int 010)"
expect '010 as a number, JGit'   10      "$(field int-010)"
expect '0x10 as a number, git'   16      "$(git_value int 0x10)"
expect '0x10 as a number, JGit'  refused "$(field int-0x10)"
expect 'yes as a boolean, JGit'  true    "$(field bool-yes)"
expect '2 as a boolean, git'     true    "$(git_value bool 2)"
expect '2 as a boolean, JGit'    refused "$(field bool-2)"
finish
