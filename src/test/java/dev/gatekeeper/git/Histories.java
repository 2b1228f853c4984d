package dev.gatekeeper.git;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.CommitScope;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Revisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Short ways to read a change in a test. */
final class Histories {

    private Histories() {}

    /** What {@code head} changes against {@code target}; both are short branch names. */
    static Change change(Path folder, String target, String head) {
        return with(
                folder,
                repository -> repository.change(
                        repository.resolve(Optional.of(target), Optional.empty(), "refs/heads/" + head)));
    }

    /** The commits of what {@code head} changes, with all that can be told of them. */
    static List<Commit> commits(Path folder, String target, String head) {
        return with(
                folder,
                repository -> commits(
                        repository, repository.resolve(Optional.of(target), Optional.empty(), "refs/heads/" + head)));
    }

    static List<Commit> commits(GitRepository repository, Revisions revisions) {
        Change change = repository.change(revisions);
        return repository.commits(revisions, change, CommitScope.whole(change));
    }

    /** What lies between two commit ids. */
    static Change between(Path folder, String target, String head) {
        return with(
                folder,
                repository -> repository.change(new Revisions(Optional.empty(), Optional.empty(), target, head)));
    }

    static <T> T with(Path folder, Function<GitRepository, T> work) {
        try (GitRepository repository = GitRepository.open(folder)) {
            return work.apply(repository);
        }
    }

    /** The changed paths as {@code STATUS old mode new mode path}, one a line. */
    static List<String> lines(Change change) {
        return change.paths().stream().map(Histories::line).toList();
    }

    static String line(ChangedPath changed) {
        return changed.status().name().charAt(0) + " " + mode(changed.before()) + " " + mode(changed.after()) + " "
                + changed.path().display();
    }

    private static String mode(Entry entry) {
        return entry.octalMode();
    }
}
