package dev.gatekeeper.git;

import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The branches of a repository, its own and those fetched from remotes. */
final class Branches {

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
        return Words.list(names);
    }

    /** The tips of the branches known by {@link #ownName}; of a branch that is both here and on a remote, what was fetched. */
    Map<String, String> tips() throws IOException {
        Map<String, String> tips = new TreeMap<>();
        for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                ObjectId tip = ref.getObjectId();
                if (tip != null) {
                    ownName(ref.getName()).ifPresent(name -> tips.put(name, tip.name()));
                }
            }
        }
        return tips;
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
        int slash = endOfRemote(tracked);
        String name = tracked.substring(slash + 1);
        return slash <= 0 || name.equals(Constants.HEAD) ? Optional.empty() : Optional.of(Constants.R_HEADS + name);
    }

    /** How to get {@code name}, to go on in a sentence. */
    String fetchIt(String name) {
        return fetchFrom(remoteOf(name)) + fetch(name);
    }

    /** How to get the commit {@code id}, likewise. */
    String fetchCommit(String id) {
        return fetchFrom(remote()) + "git fetch " + address(remote()) + " " + id;
    }

    private String fetchFrom(String remote) {
        if (isConfigured(remote)) {
            return "fetch it: ";
        }
        String missing = remotes().isEmpty() ? "no remote" : "no remote '" + remote + "'";
        return "fetch it from its address, since " + missing + " is configured here: ";
    }

    private Set<String> remotes() {
        return repository.getConfig().getSubsections("remote");
    }

    private boolean isConfigured(String remote) {
        return remotes().contains(remote);
    }

    /** The remote as a command names it, and what to put there where it is not configured. */
    private String address(String remote) {
        return isConfigured(remote) ? Shell.quote(remote) : "<url>";
    }

    /** The command that fetches {@code name}: a full ref as it would be known here, or a branch's short name. */
    String fetch(String name) {
        String remote = remoteOf(name);
        if (name.startsWith(Constants.R_REFS) && !name.startsWith(Constants.R_REMOTES)) {
            return fetch(remote, name, name);
        }
        String tracked = tracked(name);
        String branch = tracked.startsWith(remote + "/") ? tracked.substring(remote.length() + 1) : tracked;
        return fetch(remote, Constants.R_HEADS + branch, Constants.R_REMOTES + remote + "/" + branch);
    }

    /** The remote that {@code name} is of: the one that it begins with, or else the one to fetch from. */
    private String remoteOf(String name) {
        String tracked = tracked(name);
        int slash = name.startsWith(Constants.R_REMOTES) ? endOfRemote(tracked) : endOfKnownRemote(tracked);
        boolean isUsual = tracked.startsWith(Constants.DEFAULT_REMOTE_NAME + "/");
        return slash > 0 ? tracked.substring(0, slash) : isUsual ? Constants.DEFAULT_REMOTE_NAME : remote();
    }

    private static String tracked(String name) {
        return name.startsWith(Constants.R_REMOTES) ? name.substring(Constants.R_REMOTES.length()) : name;
    }

    private String fetch(String remote, String from, String to) {
        return "git fetch " + address(remote) + " " + Shell.quote("+" + from + ":" + to);
    }

    /** The remote that branches were fetched from: {@code origin}, or the only one. The refs tell, since whoever fetches needs no configuration. */
    Optional<String> remoteOfRefs() throws IOException {
        Set<String> remotes = new TreeSet<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
            String tracked = ref.getName().substring(Constants.R_REMOTES.length());
            if (tracked.indexOf('/') > 0) {
                remotes.add(tracked.substring(0, tracked.indexOf('/')));
            }
        }
        return remotes.contains(Constants.DEFAULT_REMOTE_NAME)
                ? Optional.of(Constants.DEFAULT_REMOTE_NAME)
                : remotes.size() == 1 ? Optional.of(remotes.iterator().next()) : Optional.empty();
    }

    /** The remote to fetch from: the only one, or the one that git itself takes. */
    String remote() {
        Set<String> remotes = remotes();
        return remotes.size() == 1 ? remotes.iterator().next() : Constants.DEFAULT_REMOTE_NAME;
    }

    /** Where the remote's name ends in {@code tracked}, such as {@code origin/main}; negative where it has none. */
    private int endOfRemote(String tracked) {
        int known = endOfKnownRemote(tracked);
        return known < 0 ? tracked.indexOf('/') : known;
    }

    private int endOfKnownRemote(String tracked) {
        int end = -1;
        for (String remote : remotes()) {
            if (tracked.startsWith(remote + "/")) {
                end = Math.max(end, remote.length());
            }
        }
        return end;
    }
}
