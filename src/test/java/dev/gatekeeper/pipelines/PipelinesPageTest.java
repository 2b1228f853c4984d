package dev.gatekeeper.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatekeeper.pipelines.ScriptRun.Result;
import dev.gatekeeper.testing.Document;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/pipelines.md, word for word, leave recipes that are filled in. */
class PipelinesPageTest {

    private static final Document PAGE = Document.of("docs/pipelines.md");
    private static final String PLUGIN =
            ".m2/repository/dev/gatekeeper/gatekeeper-maven-plugin/1.0.0-SNAPSHOT/gatekeeper-maven-plugin-1.0.0-SNAPSHOT";

    private ScriptRun script;
    private Path place;
    private Path shop;

    @BeforeEach
    void build(@TempDir Path folder) throws IOException {
        assumeTrue(NativeGit.isThere());
        place = folder.toRealPath();
        shop = Files.createDirectories(place.resolve("shop/.gatekeeper/pipeline"))
                .resolve("../..")
                .normalize();
        Path plugin = place.resolve(PLUGIN + ".jar");
        Files.createDirectories(place.resolve(PLUGIN).resolve(".."));
        Files.writeString(plugin, "the jar");
        Files.writeString(place.resolve(PLUGIN + ".pom"), "the POM");
        script = new ScriptRun(Files.createDirectory(place.resolve("run")), shop).give("HOME", place.toString());
    }

    @Test
    void fillInARepositorysRecipe() throws IOException {
        run(PAGE.block("sh", "cp -R ../gatekeeper/pipelines/github/. ."));

        assertThat(shop.resolve(".gatekeeper/pipeline/gatekeeper.sh"))
                .hasSameTextualContentAs(Path.of("pipelines/gatekeeper.sh"));
        assertThat(Files.readString(shop.resolve(".github/workflows/gatekeeper-verify.yml")))
                .contains("GATEKEEPER_JAR_SHA256: \"" + ScriptRun.sha256("the jar"))
                .contains("GATEKEEPER_POM_SHA256: \"" + ScriptRun.sha256("the POM"));
        try (Stream<Path> files = Files.walk(shop)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(
                            file -> assertThat(Files.readString(file)).doesNotContainPattern("@\\w*(version|Sha256)@"));
        }
    }

    @Test
    void setAServersHookUp() throws IOException {
        Path server = Files.createDirectory(place.resolve("server"));
        new NativeGit(server).git("init", "-q", "--bare");
        run(PAGE.block("sh", "cd /srv/git/shop.git").replace("cd /srv/git/shop.git", "cd '" + server + "'"));

        assertThat(server.resolve("hooks/pre-receive")).isExecutable();
        assertThat(Files.readString(server.resolve("hooks/pre-receive")))
                .contains("GATEKEEPER_VERSION='1.0.0-SNAPSHOT'", "'" + ScriptRun.sha256("the jar") + "'");
        assertThat(new NativeGit(server).git("config", "--get-all", "gatekeeper.protected"))
                .isEqualTo("main\nrelease/*");
    }

    private void run(String commands) {
        String here = Path.of("").toAbsolutePath().toString();
        Result result = script.run(shop, List.of("sh", "-euc", commands.replace("../gatekeeper", here)));
        assertThat(result.exit()).as(result.log()).isZero();
    }
}
