package dev.gatekeeper.testing;

import dev.gatekeeper.Request;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.change.Review;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request in the making: what an isolated run asks where no parameter is given, and what a test changes of it.
 *
 * <p>It is the one place of the tests that names all parts of a {@link Request}.
 */
public final class Requests {

    /** When a request is made that names no other time. */
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Path repository;
    private Optional<String> target = Optional.empty();
    private Optional<String> targetName = Optional.empty();
    private String head = "HEAD";
    private Optional<String> repositoryName = Optional.empty();
    private Optional<String> change = Optional.empty();
    private List<String> authors = List.of();
    private List<Review> reviews = List.of();
    private Optional<InputFile> orgPolicy = Optional.empty();
    private boolean simulation;
    private boolean warnOnly;
    private boolean squashed;
    private Trust trust = new Trust(true, "a test");
    private Instant now = NOW;

    private Requests(Path repository) {
        this.repository = repository;
    }

    public static Requests of(Path repository) {
        return new Requests(repository);
    }

    public Requests target(String given) {
        target = Optional.of(given);
        return this;
    }

    public Requests targetName(String given) {
        targetName = Optional.of(given);
        return this;
    }

    public Requests head(String given) {
        head = given;
        return this;
    }

    public Requests repositoryName(String given) {
        repositoryName = Optional.of(given);
        return this;
    }

    public Requests change(String given) {
        change = Optional.of(given);
        return this;
    }

    public Requests authors(List<String> given) {
        authors = given;
        return this;
    }

    /** Each {@code LOGIN@COMMIT}. */
    public Requests reviews(List<String> given) {
        reviews =
                given.stream().map(review -> Review.read(review).orElseThrow()).toList();
        return this;
    }

    public Requests orgPolicy(InputFile given) {
        orgPolicy = Optional.of(given);
        return this;
    }

    public Requests simulation(boolean given) {
        simulation = given;
        return this;
    }

    public Requests warnOnly(boolean given) {
        warnOnly = given;
        return this;
    }

    public Requests squashed(boolean given) {
        squashed = given;
        return this;
    }

    public Requests trust(boolean isolated, String reason) {
        trust = new Trust(isolated, reason);
        return this;
    }

    public Requests now(Instant given) {
        now = given;
        return this;
    }

    public Request request() {
        return new Request(
                new Run("unknown", trust, now, repositoryName, change, simulation),
                repository,
                target,
                targetName,
                head,
                authors,
                reviews,
                orgPolicy,
                warnOnly,
                squashed);
    }
}
