package dev.gatekeeper;

import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.change.Review;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which change to look at.
 *
 * @param run the run that looks at it
 * @param repository a folder of a work tree, or a bare repository
 * @param target the target as given: a full ref, a short branch name or a full commit id; empty for the default
 * @param targetName the target branch's own name, where the target is a commit id or a ref that is no branch
 * @param head the commit to judge: {@code HEAD}, a full ref or a full commit id
 * @param authors names, emails and logins that count as authors
 * @param reviews the reviews that approve the change, as the pipeline knows them
 * @param orgPolicy the organisation's policy
 * @param warnOnly whether findings only warn
 * @param squashed whether a forge made head by squashing what was judged before
 */
public record Request(
        Run run,
        Path repository,
        Optional<String> target,
        Optional<String> targetName,
        String head,
        List<String> authors,
        List<Review> reviews,
        Optional<InputFile> orgPolicy,
        boolean warnOnly,
        boolean squashed) {

    public Request {
        authors = List.copyOf(authors);
        reviews = List.copyOf(reviews);
    }
}
