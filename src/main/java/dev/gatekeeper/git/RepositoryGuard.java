package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The refusal of repositories whose history JGit would see otherwise than git does, because something replaces parts of it. */
final class RepositoryGuard {

    private RepositoryGuard() {}

    static void check(Location location, Repository repository) throws IOException {
        checkReplacements(location, repository);
        checkGrafts(location);
    }

    private static void checkReplacements(Location location, Repository repository) throws IOException {
        List<Ref> replacements = repository.getRefDatabase().getRefsByPrefix("refs/replace/");
        if (!replacements.isEmpty()) {
            String ref = replacements.get(0).getName();
            throw new CannotDecideException(
                    UndecidedCode.HISTORY_REPLACED,
                    "'" + location.commonFolder() + "' replaces objects by others, first by " + ref + ".",
                    "Delete the replacements:"
                            + " git for-each-ref --format='delete %(refname)' refs/replace | git update-ref --stdin");
        }
    }

    private static void checkGrafts(Location location) throws IOException {
        Path grafts = location.commonFolder().resolve("info").resolve("grafts");
        if (Files.exists(grafts)
                && Files.readString(grafts, ISO_8859_1)
                        .lines()
                        .anyMatch(line -> !line.isBlank() && !line.startsWith("#"))) {
            throw new CannotDecideException(
                    UndecidedCode.HISTORY_REPLACED,
                    "'" + grafts + "' gives commits other parents than their own.",
                    "Delete the file: rm " + Shell.quote(grafts.toString()));
        }
    }
}
