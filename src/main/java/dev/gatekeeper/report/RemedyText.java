package dev.gatekeeper.report;

import dev.gatekeeper.text.Shell;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A remedy, told apart into words and the command that they end in, so that a page can show the command where it can be copied.
 *
 * @param words the sentence, with a colon at its end where a command follows; empty where the command is all
 * @param command what to paste into a shell
 */
record RemedyText(String words, Optional<String> command) {

    /** The last one counts: a path in the words before may hold what looks like a command, and none in a command does, see {@link Shell}. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?s)(?:(?<words>.*:) |)(?<command>(?:git|mvn|mkdir|ssh-keygen|export|printf|rm|echo) .*|gate=.*)");

    static RemedyText of(String remedy) {
        Matcher command = COMMAND.matcher(remedy);
        return command.matches()
                ? new RemedyText(
                        Optional.ofNullable(command.group("words")).orElse(""), Optional.of(command.group("command")))
                : new RemedyText(remedy, Optional.empty());
    }
}
