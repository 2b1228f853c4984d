package dev.gatekeeper.approvals;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.UndecidedCode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an approver signs: one contract, and every RED entry of the change that it answers for.
 *
 * @param repository the repository's name
 * @param target the target branch's own full name, such as {@code refs/heads/main}
 * @param contractId the contract's id
 * @param contractSha256 of the contract's bytes, 64 lower-case hex digits
 * @param red the RED entries, in the order of their paths' bytes whatever order they are given in; may be empty
 */
public record Statement(
        String repository, String target, String contractId, String contractSha256, List<ChangedPath> red) {

    static final String FORMAT = "gatekeeper-approval/1";
    private static final String BRANCHES = "refs/heads/";

    /** Compiled once: a statement may hold thousands of objects, and be made many times over. */
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{40}");

    /** @throws CannotDecideException when a value could be taken for another, or for another line, once it is written down */
    public Statement {
        require(
                Characters.isVisibleLine(repository) && repository.equals(Characters.trim(repository)),
                "repository '" + repository
                        + "' can't stand in a statement: it is empty, or holds characters that can't be seen",
                "Give the repository a name like 'acme/shop': repository in the policy, or -Dgatekeeper.repositoryName.");
        require(
                target.startsWith(BRANCHES)
                        && target.length() > BRANCHES.length()
                        && Characters.isVisibleLine(target)
                        && !Characters.holdsWhiteSpace(target),
                "target '" + target
                        + "' can't stand in a statement: it is no full name of a branch, such as 'refs/heads/main'",
                "Name the branch that the change wants to enter with -Dgatekeeper.targetName, such as 'refs/heads/main'.");
        require(contractId.matches(Layout.ID), "a contract's id matches " + Layout.ID);
        require(contractSha256.matches("[0-9a-f]{64}"), "a SHA-256 has 64 lower-case hex digits");
        red = inOrder(red);
        for (ChangedPath changed : red) {
            check(changed);
        }
    }

    private static List<ChangedPath> inOrder(List<ChangedPath> red) {
        List<ChangedPath> sorted = new ArrayList<>(red);
        if (sorted.size() > 1) {
            sorted.sort(Comparator.comparing(ChangedPath::path));
        }
        return List.copyOf(sorted);
    }

    /** The bytes to sign: a line each for format, repository, target, contract and every RED entry, each ended by LF. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((FORMAT + "\nrepository: " + repository + "\ntarget: " + target + "\ncontract: " + contractId
                        + " sha256:" + contractSha256 + "\n")
                .getBytes(UTF_8));
        for (ChangedPath changed : red) {
            bytes.writeBytes(facts(changed).getBytes(US_ASCII));
            bytes.writeBytes(changed.path().toBytes());
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /** The same of a repository of another name. */
    public Statement inRepository(String name) {
        return new Statement(name, target, contractId, contractSha256, red);
    }

    /** The same for another branch. */
    public Statement into(String branch) {
        return new Statement(repository, branch, contractId, contractSha256, red);
    }

    private static String facts(ChangedPath changed) {
        Entry before = changed.before();
        Entry after = changed.after();
        String letter = switch (changed.status()) {
            case ADDED -> "A";
            case MODIFIED -> "M";
            case DELETED -> "D";
        };
        return String.join(" ", before.octalMode(), after.octalMode(), before.id(), after.id(), letter, "");
    }

    private static void check(ChangedPath changed) {
        requireEntry(changed.before());
        requireEntry(changed.after());
        require(
                Characters.isOneLine(changed.path().text()),
                changed.path() + " can't be approved: its path holds a control character, which no statement can show",
                "Rename it without control characters. Where the target holds it already, an administrator renames it there.");
    }

    private static void requireEntry(Entry entry) {
        require(OBJECT_ID.matcher(entry.id()).matches(), "an object's id has 40 lower-case hex digits");
        require(entry.mode() >= 0 && entry.mode() <= 0777777, "a mode has at most six octal digits");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    private static void require(boolean holds, String problem, String remedy) {
        if (!holds) {
            throw new CannotDecideException(UndecidedCode.STATEMENT_IMPOSSIBLE, problem, remedy);
        }
    }
}
