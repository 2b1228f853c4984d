package dev.gatekeeper.maven;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.Trust;
import dev.gatekeeper.git.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether Maven ran apart from the checkout, so that nothing of the change could steer it. */
final class IsolationCheck {

    private static final String SETTINGS = ".mvn";
    private static final String OUTPUT = "target";

    private IsolationCheck() {}

    static Trust of(MavenRun surroundings, Location checkout) {
        try {
            Optional<String> why = whyAdvisory(surroundings, checkout);
            return new Trust(
                    why.isEmpty(), why.orElse("Maven runs in an empty folder of its own, outside the checkout"));
        } catch (IOException e) {
            return new Trust(false, "the folder Maven was started for can't be read");
        }
    }

    private static Optional<String> whyAdvisory(MavenRun surroundings, Location checkout) throws IOException {
        if (surroundings.pom()) {
            return Optional.of("Maven reads a POM, which may come from the change");
        }
        Path folder = surroundings.folder().toRealPath();
        if (surroundings.settingsFolder().isEmpty()
                || !folder.equals(surroundings.settingsFolder().get().toRealPath())) {
            return Optional.of("Maven reads the .mvn of another folder than the one it was started for");
        }
        if (places(checkout).anyMatch(folder::startsWith)) {
            return Optional.of("Maven was started inside the checkout");
        }
        // A repository that is judged as bare may have the change checked out somewhere all the same.
        Optional<Path> around = Location.workTreeAround(folder);
        if (around.isPresent()) {
            return Optional.of("Maven was started inside the work tree '" + around.get() + "'");
        }
        Optional<Path> input = inputInCheckout(surroundings, checkout);
        if (input.isPresent()) {
            return Optional.of("Maven reads '" + input.get() + "', which lies in the checkout");
        }
        return stranger(folder).map(found -> "the folder Maven was started for is not empty: it holds '" + found + "'");
    }

    /** What Maven reads, beside a POM and the {@code .mvn} of its folder, from where the change may have put it. */
    static Optional<Path> inputInCheckout(MavenRun surroundings, Location checkout) {
        for (Path input : surroundings.inputs()) {
            if (mayLieIn(checkout, input)) {
                return Optional.of(input);
            }
        }
        return Optional.empty();
    }

    /** As {@link #liesIn}, and true where nobody can tell. */
    static boolean mayLieIn(Location checkout, Path file) {
        try {
            return liesIn(checkout, file);
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether {@code file}, where it is there, lies where the change may have put it, or leads there. */
    static boolean liesIn(Location checkout, Path file) throws IOException {
        Path written = file.normalize();
        Path real = Files.exists(file) ? file.toRealPath() : written;
        return places(checkout).anyMatch(place -> written.startsWith(place) || real.startsWith(place));
    }

    /** The folders that the change may have filled. */
    static Stream<Path> places(Location checkout) {
        return Stream.concat(checkout.workTree().stream(), Stream.of(checkout.gitFolder(), checkout.commonFolder()));
    }

    /** What the folder holds beside an empty {@code .mvn} and what earlier runs left in {@code target}. */
    private static Optional<Path> stranger(Path folder) throws IOException {
        Path settings = folder.resolve(SETTINGS);
        Optional<Path> beside = first(folder, path -> !isOwnFolder(path)).map(folder::relativize);
        if (beside.isPresent() || !Files.exists(settings, NOFOLLOW_LINKS)) {
            return beside;
        }
        return first(settings, path -> true).map(folder::relativize);
    }

    private static boolean isOwnFolder(Path path) {
        return (path.endsWith(SETTINGS) || path.endsWith(OUTPUT)) && Files.isDirectory(path, NOFOLLOW_LINKS);
    }

    private static Optional<Path> first(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().findFirst();
        }
    }
}
