package dev.gatekeeper.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.testing.MavenProcess;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One project of 200,000 files, checked out, with a POM for each build that is compared.
 *
 * @param change what its head is
 * @param folder where records, local repositories and homes go
 */
record StartProject(BenchChange change, Path folder) {

    private static final Pattern CLOCK = Pattern.compile(GoalClock.LINE + "(\\S+) (\\S+)");

    static StartProject of(Settings settings) throws IOException {
        BenchChange change = settings.repositories().big(200_000, 10, 1, 10);
        Path repository = change.repository();
        if (!Files.exists(repository.resolve("AI.md"))) {
            new NativeGit(repository).git("checkout", "--quiet", "--force", "--detach", change.head());
        }
        Files.createDirectories(repository.resolve(".mvn"));
        Files.writeString(repository.resolve(".git/info/exclude"), "/.mvn/\n/target/\n/bench-*.xml\n");
        return new StartProject(change, settings.folder());
    }

    /**
     * A build.
     *
     * @param plugin what its POM binds to the phase validate, as it stands in a POM; may be empty
     * @param verdict what its record says, where it writes one; otherwise empty
     * @param localRepository where it finds the plugin
     */
    record Build(String name, String plugin, String verdict, List<String> arguments, Path localRepository) {

        Build {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * How long a goal took, in milliseconds; nothing where no clock tells it.
     *
     * @param processors the processors' time
     */
    record GoalTime(double took, double processors) {}

    /** Runs {@code build}, which has to come to its result. */
    GoalTime run(BenchMaven maven, Build build, String javaOptions, List<String> more)
            throws IOException, InterruptedException {
        MavenProcess.Result result = start(maven, build, javaOptions, more);
        if (!result.passed()) {
            throw new IllegalStateException(maven.name() + ", " + build.name() + ":\n" + result.log());
        }
        if (!build.verdict().isEmpty()) {
            change.check(build.verdict(), record(), result.log());
        }
        Matcher clock = CLOCK.matcher(result.log());
        return clock.find()
                ? new GoalTime(Double.parseDouble(clock.group(1)), Double.parseDouble(clock.group(2)))
                : new GoalTime(0, 0);
    }

    /** Has everything that {@code build} needs in its local repository. */
    void fetch(BenchMaven maven, Build build) throws IOException, InterruptedException {
        Files.writeString(pom(build), pomText(build), UTF_8);
        if (!start(maven, build, "", List.of("-o")).passed()) {
            run(maven, build, "", List.of());
        }
    }

    private MavenProcess.Result start(BenchMaven maven, Build build, String javaOptions, List<String> more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "-f",
                pom(build).toString(),
                "-Dmaven.repo.local=" + build.localRepository(),
                "-Dgatekeeper.target=" + change.target(),
                "-Dgatekeeper.record=" + record()));
        arguments.addAll(build.arguments());
        arguments.addAll(more);
        arguments.add("validate");
        return maven.run(change.repository(), javaOptions, arguments);
    }

    private Path record() {
        return folder.resolve("verdict.json");
    }

    private Path pom(Build build) {
        return change.repository().resolve("bench-" + build.name() + ".xml");
    }

    private static String pomText(Build build) {
        String plugins = build.plugin().isEmpty() ? "" : "<plugin>" + build.plugin() + "</plugin>";
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>acme</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins>%s</plugins></build>
                </project>
                """.formatted(plugins);
    }
}
