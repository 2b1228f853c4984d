package dev.gatekeeper;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What to judge.
 *
 * @param repository a folder of a work tree, or a bare repository
 * @param target the target as given: a full ref, a short branch name or a full commit id; empty for the default
 * @param targetName the target branch's own name, where the target is a commit id or a ref that is no branch
 * @param head the commit to judge: {@code HEAD}, a full ref or a full commit id
 * @param repositoryName the repository's name where the policy gives none
 * @param change how CI names the change
 * @param authors names and emails that count as authors
 * @param orgPolicy the organisation's policy, an absolute path
 * @param simulation whether the record is a rehearsal
 * @param warnOnly whether findings only warn
 * @param trust what the run can be trusted with
 * @param now when it is decided
 */
public record Request(
        Path repository,
        Optional<String> target,
        Optional<String> targetName,
        String head,
        Optional<String> repositoryName,
        Optional<String> change,
        List<String> authors,
        Optional<Path> orgPolicy,
        boolean simulation,
        boolean warnOnly,
        Trust trust,
        Instant now) {

    public Request {
        authors = List.copyOf(authors);
    }

    /** The day (UTC) that roll-out dates and the validity of keys are held against. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}
