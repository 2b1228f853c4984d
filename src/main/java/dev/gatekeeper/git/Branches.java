package dev.gatekeeper.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The branches of a repository, its own and those fetched from remotes. */
final class Branches {

    private static final int MOST_LISTED = 10;

    private final Repository repository;

    Branches(Repository repository) {
        this.repository = repository;
    }

    static boolean isBranch(String ref) {
        return ref.startsWith(Constants.R_HEADS) || ref.startsWith(Constants.R_REMOTES);
    }

    /** The full names of the branches that the short name {@code name} fits: one, none or both. */
    List<String> fitting(String name) throws IOException {
        List<String> fitting = new ArrayList<>();
        for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES)) {
            if (repository.exactRef(prefix + name) != null) {
                fitting.add(prefix + name);
            }
        }
        return fitting;
    }

    /** The branches known, for a message. */
    String known() throws IOException {
        List<String> names = new ArrayList<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS, Constants.R_REMOTES)) {
            names.add(ref.getName());
        }
        names.sort(Comparator.naturalOrder());
        if (names.isEmpty()) {
            return "none";
        }
        String listed = String.join(", ", names.subList(0, Math.min(MOST_LISTED, names.size())));
        return names.size() <= MOST_LISTED ? listed : listed + " and " + (names.size() - MOST_LISTED) + " more";
    }

    /** The name that the branch {@code ref} has where it comes from, such as {@code refs/heads/main} for {@code refs/remotes/origin/main}. */
    Optional<String> ownName(String ref) {
        if (ref.startsWith(Constants.R_HEADS)) {
            return Optional.of(ref);
        }
        if (!ref.startsWith(Constants.R_REMOTES)) {
            return Optional.empty();
        }
        String tracked = ref.substring(Constants.R_REMOTES.length());
        int slash = repository.getConfig().getSubsections("remote").stream()
                .filter(remote -> tracked.startsWith(remote + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(tracked.indexOf('/'));
        String name = tracked.substring(slash + 1);
        return slash <= 0 || name.equals(Constants.HEAD) ? Optional.empty() : Optional.of(Constants.R_HEADS + name);
    }
}
