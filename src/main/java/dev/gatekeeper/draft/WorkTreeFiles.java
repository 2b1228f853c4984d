package dev.gatekeeper.draft;

import dev.gatekeeper.change.FileContent;
import dev.gatekeeper.change.LedgerFile;
import dev.gatekeeper.change.Overlay;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;

/**
 * What a work tree holds.
 *
 * @param files its files
 * @param uncommitted how they differ from those of its commit
 */
public record WorkTreeFiles(Snapshot files, Overlay uncommitted) {

    boolean holds(RawPath path) {
        return !files.entry(path).isAbsent();
    }

    boolean isUncommitted(RawPath path) {
        return uncommitted.entries().containsKey(path);
    }

    LedgerFile ledgerFile(RawPath path) {
        return LedgerFile.of(files, path);
    }

    FileContent content(RawPath path, int limit) {
        return files.content(files.entry(path), limit);
    }
}
