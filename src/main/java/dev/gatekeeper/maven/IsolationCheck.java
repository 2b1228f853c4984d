package dev.gatekeeper.maven;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.Trust;
import dev.gatekeeper.git.Location;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

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
        if (liesBelow(places(checkout), folder)) {
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
        Optional<Path> stranger = stranger(folder);
        return stranger.isPresent()
                ? Optional.of("the folder Maven was started for is not empty: it holds '" + stranger.get() + "'")
                : Optional.empty();
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
        List<Path> places = places(checkout);
        return liesBelow(places, written) || liesBelow(places, real);
    }

    private static boolean liesBelow(List<Path> places, Path file) {
        for (Path place : places) {
            if (file.startsWith(place)) {
                return true;
            }
        }
        return false;
    }

    /** The folders that the change may have filled. */
    static List<Path> places(Location checkout) {
        List<Path> places = new ArrayList<>();
        if (checkout.workTree().isPresent()) {
            places.add(checkout.workTree().get());
        }
        places.add(checkout.gitFolder());
        places.add(checkout.commonFolder());
        return places;
    }

    /** What the folder holds beside an empty {@code .mvn} and what earlier runs left in {@code target}. */
    private static Optional<Path> stranger(Path folder) throws IOException {
        for (Path entry : entries(folder)) {
            if (!isOwnFolder(entry)) {
                return Optional.of(folder.relativize(entry));
            }
        }
        Path settings = folder.resolve(SETTINGS);
        SortedSet<Path> within = Files.exists(settings, NOFOLLOW_LINKS) ? entries(settings) : new TreeSet<>();
        return within.isEmpty() ? Optional.empty() : Optional.of(folder.relativize(within.first()));
    }

    private static boolean isOwnFolder(Path path) {
        return (path.endsWith(SETTINGS) || path.endsWith(OUTPUT)) && Files.isDirectory(path, NOFOLLOW_LINKS);
    }

    private static SortedSet<Path> entries(Path folder) throws IOException {
        SortedSet<Path> entries = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            for (Path entry : found) {
                entries.add(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }
}
