package dev.gatekeeper.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** The refusal of repositories in a format that JGit opens without complaint and then reads wrongly, or in part. */
final class FormatGuard {

    private static final String EXTENSIONS = "extensions";
    private static final List<String> KNOWN_IN_VERSION_0 = List.of("noop", "preciousobjects", "worktreeconfig");
    private static final List<String> KNOWN_IN_VERSION_1 =
            List.of("noop-v1", "objectformat", "refstorage", "relativeworktrees");

    /** The name of a section, with something behind it in the same line. */
    private static final Pattern SECTION_AND_MORE = Pattern.compile(
            "(?m)(?<!\\\\\n)^([ \\t]*\\[[^\\]\"\\n]*(?:\"(?:\\\\.|[^\"\\\\\n])*\")?[ \\t]*\\])[ \\t]*(?=[A-Za-z\\[])");

    private final Location location;
    private final Path file;
    private final Config config;

    private FormatGuard(Location location, Path file, Config config) {
        this.location = location;
        this.file = file;
        this.config = config;
    }

    /** Checks the configuration, which is to be done before JGit opens the repository. */
    static void check(Location location) throws IOException {
        Path file = location.commonFolder().resolve("config");
        FileBasedConfig seen = load(file);
        new FormatGuard(location, file, seen).check();
        Optional<Config> all = withEveryKey(file);
        if (all.isPresent()) {
            FormatGuard guard = new FormatGuard(location, file, all.get());
            guard.check();
            guard.checkRefStorageIsSeen(seen);
        }
    }

    private void check() {
        checkPartial();
        checkObjectFormat();
        checkExtensions();
        checkRefStorage();
    }

    private static FileBasedConfig load(Path file) throws IOException {
        FileBasedConfig config = new FileBasedConfig(file.toFile(), FS.DETECTED);
        try {
            config.load();
            return config;
        } catch (ConfigInvalidException e) {
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_FORMAT,
                    "'" + file + "' is not a git configuration"
                            + (endsInALine(file) ? "." : ", or lacks the end of its last line."),
                    endsInALine(file)
                            ? "Mend it; git config --list shows where git stumbles."
                            : "End the line, and mend what git config --list still stumbles at: echo >> "
                                    + Shell.quote(file.toString()),
                    e);
        }
    }

    private static boolean endsInALine(Path file) throws IOException {
        return Files.readString(file, ISO_8859_1).endsWith("\n");
    }

    /** The configuration with the keys that JGit passes over, since they follow a section's name in its line; empty where there are none. */
    private static Optional<Config> withEveryKey(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), UTF_8);
        String broken = text;
        for (String before = ""; !before.equals(broken); ) {
            before = broken;
            broken = SECTION_AND_MORE.matcher(before).replaceAll("$1\n");
        }
        if (broken.equals(text)) {
            return Optional.empty();
        }
        try {
            Config config = new Config();
            config.fromText(broken);
            return Optional.of(config);
        } catch (ConfigInvalidException e) {
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_FORMAT,
                    "'" + file + "' has keys in the line of a section's name, and can't be read.",
                    "Write each key in a line of its own.",
                    e);
        }
    }

    /** JGit opens the repository by what it has seen itself. */
    private void checkRefStorageIsSeen(Config seen) {
        String storage = config.getString(EXTENSIONS, null, "refStorage");
        if (storage != null && seen.getString(EXTENSIONS, null, "refStorage") == null) {
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_FORMAT,
                    "'" + file
                            + "': extensions.refStorage stands in the line of a section's name, where it is not read.",
                    "Write it in a line of its own: git config -f " + Shell.quote(file.toString())
                            + " extensions.refStorage " + Shell.quote(storage));
        }
    }

    private void checkPartial() {
        for (String remote : config.getSubsections("remote")) {
            boolean filtered = config.getString("remote", remote, "partialclonefilter") != null;
            if (config.getBoolean("remote", remote, "promisor", false) || filtered) {
                throw partial(remote);
            }
        }
        String remote = config.getString(EXTENSIONS, null, "partialClone");
        if (remote != null) {
            throw partial(remote);
        }
    }

    /**
     * The rest is what all refs lead to, whatever the remote's refspec brings. A filter that stays behind makes the next fetch a partial
     * one again, and git writes one beside a promisor.
     */
    private CannotDecideException partial(String remote) {
        StringBuilder remedy = new StringBuilder(
                        "Clone without --filter, or fetch the rest: git fetch --refetch --no-filter -- ")
                .append(Shell.quote(remote))
                .append(" $(git for-each-ref --format='%(objectname)' | sort -u)");
        boolean promisor = config.getString("remote", remote, "promisor") != null;
        for (String key : List.of("promisor", "partialclonefilter")) {
            if (promisor || config.getString("remote", remote, key) != null) {
                remedy.append(" && git config --unset-all ").append(Shell.quote("remote." + remote + "." + key));
            }
        }
        if (config.getString(EXTENSIONS, null, "partialClone") != null) {
            remedy.append(" && git config --unset-all extensions.partialClone");
        }
        return new CannotDecideException(
                UndecidedCode.REPOSITORY_PARTIAL,
                "'" + location.commonFolder() + "' is a partial clone of '" + remote
                        + "': objects may be missing from it.",
                remedy.toString());
    }

    private void checkObjectFormat() {
        String format = config.getString(EXTENSIONS, null, "objectFormat");
        if (format != null && !format.toLowerCase(Locale.ROOT).equals("sha1")) {
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_FORMAT,
                    "'" + location.commonFolder() + "' has the object format '" + format
                            + "'; only 'sha1' is supported.",
                    "Judge a clone in the format sha1.");
        }
    }

    private void checkExtensions() {
        long version = config.getLong("core", null, "repositoryFormatVersion", 0);
        if (version < 0 || version > 1) {
            throw unknown("core.repositoryFormatVersion is '" + version + "'; only '0' and '1' are supported");
        }
        for (String extension : config.getNames(EXTENSIONS)) {
            String name = extension.toLowerCase(Locale.ROOT);
            if (!KNOWN_IN_VERSION_0.contains(name) && !(version == 1 && KNOWN_IN_VERSION_1.contains(name))) {
                throw unknown("extensions." + extension + " is unknown in a repository of version " + version);
            }
        }
        Set<String> subsections = config.getSubsections(EXTENSIONS);
        if (!subsections.isEmpty()) {
            throw unknown("extensions." + subsections.iterator().next() + " is unknown");
        }
    }

    private void checkRefStorage() {
        String storage = config.getString(EXTENSIONS, null, "refStorage");
        if (storage == null) {
            return;
        }
        if (storage.toLowerCase(Locale.ROOT).equals("files")) {
            // JGit knows only the absence of the key.
            throw new CannotDecideException(
                    UndecidedCode.REPOSITORY_FORMAT,
                    "'" + file + "': extensions.refStorage is 'files', which only newer tools read.",
                    "Leave it out, since it is the default: git config -f " + Shell.quote(file.toString())
                            + " --unset extensions.refStorage");
        }
        if (!storage.toLowerCase(Locale.ROOT).equals("reftable")) {
            throw unknown("extensions.refStorage is '" + storage + "'; only 'reftable' is supported");
        }
        if (!location.gitFolder().equals(location.commonFolder())) {
            // JGit reads the main worktree's HEAD there.
            throw new CannotDecideException(
                    UndecidedCode.WORKTREE_UNSUPPORTED,
                    "'" + location.gitFolder() + "' is a linked worktree with reftables, whose HEAD can't be read.",
                    "Name the repository and the commit: -Dgatekeeper.repository="
                            + Shell.quote(location.commonFolder().toString()) + " -Dgatekeeper.head=<full commit id>.");
        }
    }

    private CannotDecideException unknown(String what) {
        return new CannotDecideException(
                UndecidedCode.REPOSITORY_FORMAT,
                "'" + file + "': " + what + ".",
                "Judge a copy that an unmodified git makes, or, where git refuses too, the git that wrote the repository:"
                        + " git clone --mirror --no-local "
                        + Shell.quote(location.commonFolder().toString()) + " <folder>");
    }
}
