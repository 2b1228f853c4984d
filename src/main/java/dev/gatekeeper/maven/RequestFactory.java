package dev.gatekeeper.maven;

import static dev.gatekeeper.maven.ParameterName.ACCEPTED;
import static dev.gatekeeper.maven.ParameterName.AUTHOR;
import static dev.gatekeeper.maven.ParameterName.CHANGE;
import static dev.gatekeeper.maven.ParameterName.HEAD;
import static dev.gatekeeper.maven.ParameterName.ISOLATED;
import static dev.gatekeeper.maven.ParameterName.ORG_POLICY;
import static dev.gatekeeper.maven.ParameterName.REPOSITORY;
import static dev.gatekeeper.maven.ParameterName.REPOSITORY_NAME;
import static dev.gatekeeper.maven.ParameterName.SIMULATION;
import static dev.gatekeeper.maven.ParameterName.SKIP;
import static dev.gatekeeper.maven.ParameterName.SQUASHED;
import static dev.gatekeeper.maven.ParameterName.TARGET;
import static dev.gatekeeper.maven.ParameterName.TARGET_NAME;
import static dev.gatekeeper.maven.ParameterName.WARN_ONLY;

import dev.gatekeeper.Request;
import dev.gatekeeper.Run;
import dev.gatekeeper.Trust;
import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.git.Location;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** From parameters to a request; what is missing gets its default, what is wrong becomes a problem. */
final class RequestFactory {

    private static final Pattern UNAMBIGUOUS = Pattern.compile("refs/.+|[0-9a-f]{40}");
    private static final Pattern NAMED_BY_NOBODY = Pattern.compile("HEAD|[0-9a-f]{40}");
    private final Parameters parameters;
    private final MavenRun maven;

    private RequestFactory(Parameters parameters, MavenRun maven) {
        this.parameters = parameters;
        this.maven = maven;
    }

    static Invocation ask(Parameters parameters, MavenRun maven) {
        return new RequestFactory(parameters, maven).ask();
    }

    /** What is wrong with the parameters by themselves, wherever they are given. */
    static Optional<UsageProblem> problemOf(Parameters parameters) {
        Optional<UsageProblem> problem = parameters.problem();
        if (problem.isEmpty() && parameters.flag(SKIP) && parameters.flag(ISOLATED)) {
            return Optional.of(new UsageProblem(
                    UndecidedCode.PARAMETER_CONFLICT,
                    "gatekeeper.skip and gatekeeper.isolated are both 'true', and an isolated run is never skipped",
                    "Leave gatekeeper.skip out; .mvn/maven.config may give it where the command line does not."));
        }
        return problem;
    }

    private Invocation ask() {
        try {
            Location checkout = locate();
            Trust trust = IsolationCheck.of(maven, checkout);
            List<Path> untrusted = new ArrayList<>(IsolationCheck.places(checkout));
            untrusted.add(maven.folder());
            return invocation(checkout.root(), trust, untrusted, problemOf(trust, checkout));
        } catch (CannotDecideException e) {
            return invocation(
                    parameters.path(REPOSITORY, maven.folder()).orElse(maven.folder()),
                    new Trust(false, "there is no repository that Maven could run apart from"),
                    List.of(maven.folder()),
                    Optional.of(new UsageProblem(e.code(), e.problem(), e.remedy())));
        }
    }

    /** Only a repository that is named outright may be a bare one: a change can hold one as ordinary files. */
    private Location locate() {
        Optional<Path> named = parameters.path(REPOSITORY, maven.folder());
        return named.isPresent() ? Location.find(named.get()) : Location.findWorkTree(maven.folder());
    }

    private Invocation invocation(Path repository, Trust trust, List<Path> untrusted, Optional<UsageProblem> ofPlace) {
        Optional<UsageProblem> ofParameters = problemOf(parameters);
        return new Invocation(
                maven.started(),
                request(repository, trust),
                untrusted,
                ofParameters.isPresent() ? ofParameters : ofPlace);
    }

    private Request request(Path repository, Trust trust) {
        return new Request(
                new Run(
                        version(),
                        trust,
                        maven.started(),
                        parameters.text(REPOSITORY_NAME),
                        parameters.text(CHANGE),
                        parameters.flag(SIMULATION)),
                repository,
                parameters.text(TARGET),
                parameters.text(TARGET_NAME),
                parameters.text(HEAD).orElse("HEAD"),
                parameters.list(AUTHOR),
                parameters.reviews(),
                orgPolicy(),
                parameters.flag(WARN_ONLY),
                parameters.flag(SQUASHED));
    }

    private Optional<InputFile> orgPolicy() {
        Optional<Path> file = parameters.path(ORG_POLICY, maven.folder());
        return file.isPresent() ? Optional.of(new DiskFile(file.get())) : Optional.empty();
    }

    /** The plugin's, from its jar; there is none while it is built. */
    static String version() {
        return Optional.ofNullable(RequestFactory.class.getPackage().getImplementationVersion())
                .orElse("unknown");
    }

    private Optional<UsageProblem> problemOf(Trust trust, Location checkout) {
        for (ParameterName name : List.of(ORG_POLICY, ACCEPTED)) {
            Optional<Path> file = parameters.path(name, maven.folder());
            if (file.isPresent() && IsolationCheck.mayLieIn(checkout, file.get())) {
                return Optional.of(new UsageProblem(
                        UndecidedCode.INPUT_UNTRUSTED,
                        "%s is '%s', which lies in the checkout, where the change can alter it"
                                .formatted(name.property(), file.get()),
                        "Give a file that the pipeline brings and that lies elsewhere."));
            }
        }
        for (ParameterName name : List.of(ISOLATED, SQUASHED)) {
            if (parameters.flag(name) && !trust.isolated()) {
                return Optional.of(advisory(name, trust, checkout));
            }
        }
        if (!parameters.flag(ISOLATED)) {
            return Optional.empty();
        }
        Optional<String> target = parameters.text(TARGET);
        if (target.isPresent() && !UNAMBIGUOUS.matcher(target.get()).matches()) {
            return Optional.of(new UsageProblem(
                    UndecidedCode.INPUT_UNTRUSTED,
                    "gatekeeper.target is '%s'; an isolated run takes a full ref or a full commit id only"
                            .formatted(target.get()),
                    "Give the full ref, such as refs/remotes/origin/main, or leave it to the default."));
        }
        Optional<String> head = parameters.text(HEAD);
        if (head.isPresent() && !NAMED_BY_NOBODY.matcher(head.get()).matches()) {
            return Optional.of(new UsageProblem(
                    UndecidedCode.INPUT_UNTRUSTED,
                    "gatekeeper.head is '%s'; an isolated run takes HEAD or a full commit id only, since a branch is"
                                    .formatted(head.get())
                            + " named by the author of the change",
                    "Give the full id of the event's head commit, or leave it to the default."));
        }
        return Optional.empty();
    }

    /** What {@code name} asks of an isolated run alone. */
    private UsageProblem advisory(ParameterName name, Trust trust, Location checkout) {
        boolean readsCheckout = IsolationCheck.inputInCheckout(maven, checkout).isPresent();
        return new UsageProblem(
                UndecidedCode.NOT_ISOLATED,
                name.property() + " is 'true', but this run is advisory: " + trust.reason(),
                (readsCheckout
                                ? "Let Maven read nothing from the checkout: no maven.repo.local, settings or extension there, by"
                                        + " MAVEN_OPTS (where GitLab's own template sets one), MAVEN_ARGS or the command line. And start"
                                        + " it"
                                : "Start Maven")
                        + " in an empty folder of its own, outside the checkout, with this run's other parameters:"
                        + " gate=$(mktemp -d);"
                        + " mkdir \"$gate/.mvn\"; cd \"$gate\"; mvn -Dgatekeeper.repository="
                        + Shell.quote(checkout.root().toString())
                        + " -D" + name.property() + "=true dev.gatekeeper:gatekeeper-maven-plugin:"
                        + parameters.goal());
    }
}
