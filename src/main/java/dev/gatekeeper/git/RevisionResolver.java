package dev.gatekeeper.git;

import dev.gatekeeper.change.Revisions;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** The reading of the names that a run is given for its target and its head. */
final class RevisionResolver {

    private static final String DEFAULT = "refs/remotes/origin/HEAD";
    private static final List<String> USUAL = List.of("refs/remotes/origin/main", "refs/remotes/origin/master");

    /** What git reads as a commit and nobody calls a branch: a short id, and what git's own commands leave behind. */
    private static final Pattern NO_BRANCH = Pattern.compile("[0-9A-Fa-f]{7,40}|[A-Z_]+_HEAD|@");

    private final Repository repository;
    private final Commits commits;
    private final Branches branches;
    private final TargetAge age;

    /** @param bare whether the repository has no work tree, so that its branches are those of others */
    RevisionResolver(Repository repository, ObjectReader reader, boolean bare) {
        this.repository = repository;
        this.commits = new Commits(repository);
        this.branches = new Branches(repository);
        this.age = new TargetAge(repository, reader, bare);
    }

    /** @param head the change's; without one the target's tip is head too */
    Revisions resolve(Optional<String> target, Optional<String> targetName, Optional<String> head) throws IOException {
        Optional<String> given = targetName.isPresent() ? Optional.of(branchName(targetName.get())) : Optional.empty();
        if (target.isPresent() && Commits.isFullId(target.get())) {
            String commit = commits.byId("Target '" + target.get() + "'", target.get());
            Optional<String> judged = head(head);
            return new Revisions(
                    Optional.empty(),
                    given,
                    commit,
                    judged.orElse(commit),
                    age.ofCommit(target.get(), commit, given, judged));
        }
        Commits.Named named = target.isPresent() ? named(target.get()) : defaultTarget();
        Optional<String> own = branches.ownName(named.ref());
        Optional<String> branch = own.isPresent() ? own : given;
        if (given.isPresent() && !given.equals(branch)) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_CONFLICT,
                    "Target name '" + targetName.orElseThrow() + "' differs from the target's own, '" + branch.get()
                            + "': the target is '" + named.ref() + "'.",
                    "Leave gatekeeper.targetName out; it names a target that is given as a commit id.");
        }
        Optional<String> judged = head(head);
        return new Revisions(
                Optional.of(named.ref()),
                branch,
                named.id(),
                judged.orElse(named.id()),
                target.orElse(DEFAULT).equals(DEFAULT) && USUAL.contains(named.ref())
                        ? age.ofDefault(named, USUAL, judged)
                        : own.isPresent()
                                ? age.ofBranch(named, own.get(), judged)
                                : age.ofCommit(named.ref(), named.id(), given, judged));
    }

    private Commits.Named named(String target) throws IOException {
        String what = "Target '" + target + "'";
        if (target.startsWith(Constants.R_REFS)) {
            checkName(what, target);
            return byRef(what, target);
        }
        checkName(what, Constants.R_HEADS + target);
        List<String> fitting = branches.fitting(target);
        if (fitting.size() > 1) {
            throw new CannotDecideException(
                    UndecidedCode.REF_AMBIGUOUS,
                    what + " fits several branches: " + String.join(" and ", fitting) + ".",
                    "Name one of them in full: -Dgatekeeper.target=" + Shell.quote(fitting.get(1)));
        }
        String tag = Constants.R_TAGS + target;
        if (fitting.isEmpty() && repository.exactRef(tag) != null) {
            throw new CannotDecideException(
                    UndecidedCode.REF_UNKNOWN,
                    what + " fits no branch; " + tag + " is there.",
                    "Give it: -Dgatekeeper.target=" + Shell.quote(tag));
        }
        if (fitting.isEmpty() && target.equals(Constants.HEAD)) {
            throw new CannotDecideException(
                    UndecidedCode.REF_UNKNOWN,
                    what + " is no branch but what is judged, and a change wants to enter another one. Branches known: "
                            + branches.known() + ".",
                    "Name the branch that it wants to enter: -Dgatekeeper.target=<branch>. Where it is not there yet, "
                            + branches.fetchIt("main"));
        }
        if (fitting.isEmpty() && NO_BRANCH.matcher(target).matches()) {
            throw new CannotDecideException(
                    UndecidedCode.REF_INVALID,
                    what + " fits no branch, and a commit is given by its full id.",
                    "Give that, and the name of its branch: -Dgatekeeper.target=\"$(git rev-parse --verify "
                            + Shell.quote(target + "^{commit}") + ")\" -Dgatekeeper.targetName=<branch>");
        }
        if (fitting.isEmpty()) {
            throw new CannotDecideException(
                    UndecidedCode.REF_UNKNOWN,
                    what + " fits no branch. Branches known: " + branches.known() + ".",
                    "Name one of them, or " + branches.fetchIt(target));
        }
        return commits.byRef(what, fitting.get(0)).orElseThrow();
    }

    private Commits.Named defaultTarget() throws IOException {
        Optional<Commits.Named> head = commits.byRef("Target '" + DEFAULT + "'", DEFAULT);
        if (head.isPresent()) {
            return head.get();
        }
        List<Commits.Named> usual = new ArrayList<>();
        for (String ref : USUAL) {
            commits.byRef("Target '" + ref + "'", ref).ifPresent(usual::add);
        }
        if (usual.size() == 1) {
            return usual.get(0);
        }
        throw new CannotDecideException(
                UndecidedCode.TARGET_UNKNOWN,
                "No target is given, '" + DEFAULT + "' is not set, and " + (usual.isEmpty() ? "neither '" : "both '")
                        + String.join(usual.isEmpty() ? "' nor '" : "' and '", USUAL) + "' exist.",
                usual.isEmpty()
                        ? "Name the target: -Dgatekeeper.target=<branch>. Where it is not there yet, "
                                + branches.fetchIt("main")
                        : "Name the target, such as -Dgatekeeper.target=" + USUAL.get(0)
                                + ", or set the default: git remote set-head origin --auto");
    }

    private Optional<String> head(Optional<String> head) throws IOException {
        return head.isPresent() ? Optional.of(head(head.get())) : Optional.empty();
    }

    private String head(String head) throws IOException {
        String what = "Head '" + head + "'";
        if (Commits.isFullId(head)) {
            return commits.byId(what, head);
        }
        if (!head.equals(Constants.HEAD) && !head.startsWith(Constants.R_REFS)) {
            throw new CannotDecideException(
                    UndecidedCode.REF_INVALID,
                    what + " is not HEAD, a full ref or a full commit id.",
                    "Give the commit in full: git rev-parse --verify " + Shell.quote(head + "^{commit}"));
        }
        if (!head.equals(Constants.HEAD)) {
            checkName(what, head);
        }
        return byRef(what, head).id();
    }

    private Commits.Named byRef(String what, String ref) throws IOException {
        Optional<Commits.Named> named = commits.byRef(what, ref);
        if (named.isEmpty() && ref.equals(Constants.HEAD) && isLink(ref)) {
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_FORMAT,
                    what + " is a symbolic link in '" + repository.getDirectory()
                            + "', which can't be read once the branch is packed.",
                    "Write it anew, as a text: git symbolic-ref HEAD \"$(git symbolic-ref HEAD)\"");
        }
        if (named.isEmpty()) {
            throw new CannotDecideException(
                    ref.equals(Constants.HEAD) ? UndecidedCode.REPOSITORY_UNREADABLE : UndecidedCode.REF_UNKNOWN,
                    what + " is no ref of '" + repository.getDirectory() + "'.",
                    ref.equals(Constants.HEAD)
                            ? "The file HEAD is damaged: clone the repository again, or name a ref or commit with"
                                    + " -Dgatekeeper.head."
                            : "Give another ref or a full commit id, or " + branches.fetchIt(ref));
        }
        return named.get();
    }

    private boolean isLink(String ref) {
        return Files.isSymbolicLink(repository.getDirectory().toPath().resolve(ref));
    }

    private static String branchName(String targetName) {
        String full = targetName.startsWith(Constants.R_HEADS) ? targetName : Constants.R_HEADS + targetName;
        String what = "Target name '" + targetName + "'";
        checkName(what, full);
        if (targetName.startsWith(Constants.R_REFS) && !targetName.startsWith(Constants.R_HEADS)) {
            throw new CannotDecideException(
                    UndecidedCode.REF_INVALID,
                    what + " is no branch.",
                    "Give the branch's own name, such as main or refs/heads/main.");
        }
        return full;
    }

    /** Refuses what can't be a ref's name: revision syntax, blanks, control characters. */
    private static void checkName(String what, String ref) {
        if (!Repository.isValidRefName(ref)) {
            throw new CannotDecideException(
                    UndecidedCode.REF_INVALID,
                    what + " can't be a branch or ref.",
                    "Give a branch, a full ref or a full commit id; revision syntax such as main~1 is not read.");
        }
    }
}
