package dev.gatekeeper.maven;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A build that has the goal bound where there is no repository at all: of a source archive, or in a container without {@code .git}.
 *
 * <p>No change can make a pipeline's checkout look so: a change can't take {@code .git} away, and whatever else it has Maven start (another
 * POM, by {@code .mvn/maven.config} or a symbolic link) is started from a folder of the checkout. Whoever asks for a verdict, by calling
 * the goal or by any of its parameters, is told that there is none.
 */
final class SourceArchive {

    private static final String REASON =
            "There is no git repository here, as in a source archive: nothing is judged, and the build goes on";

    private SourceArchive() {}

    /** Why there is nothing to judge, where there is not. */
    static Optional<String> whyNothingIsJudged(Parameters parameters, MavenRun maven) {
        boolean isAsked = !maven.bound()
                || parameters.isAnyOfWhoStartedMaven()
                || parameters.text(ParameterName.REPOSITORY).isPresent();
        return isAsked || !isOutsideOfRepositories(maven) ? Optional.empty() : Optional.of(REASON);
    }

    private static boolean isOutsideOfRepositories(MavenRun maven) {
        try {
            for (Path origin : maven.origins()) {
                if (mayHaveGitAbove(origin) || mayHaveGitAbove(origin.toRealPath())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Also where a {@code .git} leads nowhere, or nobody may look. */
    private static boolean mayHaveGitAbove(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (!Files.notExists(at.resolve(".git"), NOFOLLOW_LINKS)) {
                return true;
            }
        }
        return false;
    }
}
