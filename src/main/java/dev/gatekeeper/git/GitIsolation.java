package dev.gatekeeper.git;

import java.io.File;
import org.eclipse.jgit.internal.util.CleanupService;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit gets to see of the machine: the clock and the platform, and nothing that a user, an administrator or an environment
 * variable configured.
 */
final class GitIsolation extends SystemReader.Delegate {

    private GitIsolation(SystemReader machine) {
        super(machine);
    }

    /** Makes JGit blind to the machine's configuration, in the whole process; to be called before any other use of JGit. */
    public static synchronized void install() {
        SystemReader machine = SystemReader.getInstance();
        if (!(machine instanceof GitIsolation)) {
            // In place of its hook for the JVM's end: what that cleans up (locks, clones) a reader never makes, and in
            // a Maven
            // that lives on, the hook would hold the plugin's classes. JGit takes this object for OSGi's, and adds
            // none.
            new CleanupService();
            SystemReader.setInstance(new GitIsolation(machine));
            tune();
        }
    }

    /** For one short run over packs: windows that hold more, and no bean in the management server, which takes a while to start. */
    private static void tune() {
        WindowCacheConfig cache = new WindowCacheConfig();
        cache.setExposeStatsViaJmx(false);
        cache.setPackedGitWindowSize(64 * WindowCacheConfig.KB);
        cache.setPackedGitLimit(
                Math.min(256L * WindowCacheConfig.MB, Runtime.getRuntime().maxMemory() / 4));
        cache.install();
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public @Nullable String getProperty(String key) {
        return key.equals("user.home")
                ? new File(System.getProperty("java.home"), "no-home").getPath()
                : super.getProperty(key);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new EmptyConfig(parent, fs);
    }

    /** A configuration without a file, which knows one thing: how exact the time stamps of files are. */
    private static final class EmptyConfig extends FileBasedConfig {

        EmptyConfig(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is no file to load.
        }

        @Override
        public void save() {
            // Nothing may be written to the machine's configuration.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        /** Answers for every file system; asked for nothing, JGit would measure by writing thousands of files into the repository. */
        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            if (section.equals("filesystem")) {
                return name.equals("timestampResolution") ? "2 seconds" : "0 seconds";
            }
            return super.getString(section, subsection, name);
        }
    }
}
