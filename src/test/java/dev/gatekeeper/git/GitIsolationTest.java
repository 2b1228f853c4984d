package dev.gatekeeper.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JGit is told about the machine. That this is all it ever asks, IsolationTest shows with a process of its own. */
class GitIsolationTest {

    @AfterEach
    void install() {
        GitIsolation.install();
    }

    @Test
    void isInstalledBeforeAnythingIsOpened(@TempDir Path folder) {
        GitHistory.initBare(folder).close();
        SystemReader.setInstance(null);
        GitRepository.open(folder).close();
        assertThat(SystemReader.getInstance()).isInstanceOf(GitIsolation.class);
    }

    @Test
    void isInstalledOnce() {
        GitIsolation.install();
        SystemReader first = SystemReader.getInstance();
        GitIsolation.install();
        assertThat(SystemReader.getInstance()).isSameAs(first).isInstanceOf(GitIsolation.class);
    }

    @Test
    void hidesEnvironmentNameAndHome() {
        GitIsolation.install();
        SystemReader reader = SystemReader.getInstance();
        assertThat(System.getenv("PATH")).isNotNull();
        assertThat(reader.getenv("PATH")).isNull();
        assertThat(reader.getHostname()).isEqualTo("localhost");
        assertThat(Path.of(reader.getProperty("user.home"))).doesNotExist();
        assertThat(reader.getProperty("java.version")).isEqualTo(System.getProperty("java.version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "user", "jgit"})
    void hasNoConfigurationButTheExactnessOfTimeStamps(String kind) throws Exception {
        GitIsolation.install();
        SystemReader reader = SystemReader.getInstance();
        Config parent = new Config();
        parent.setString("core", null, "pager", "less");
        FileBasedConfig config = switch (kind) {
            case "system" -> reader.openSystemConfig(parent, FS.DETECTED);
            case "user" -> reader.openUserConfig(parent, FS.DETECTED);
            default -> reader.openJGitConfig(parent, FS.DETECTED);
        };
        config.load();
        config.save();

        assertThat(config.getFile()).isNull();
        assertThat(config.isOutdated()).isFalse();
        assertThat(config.getString("filesystem", "any|file|system", "timestampResolution"))
                .isEqualTo("2 seconds");
        assertThat(config.getString("filesystem", "any|file|system", "minRacyThreshold"))
                .isEqualTo("0 seconds");
        assertThat(config.getString("user", null, "name")).isNull();
        assertThat(config.getString("core", null, "pager")).isEqualTo("less");
    }
}
