package dev.gatekeeper.maven;

import static dev.gatekeeper.maven.ParameterName.Form.FLAG;
import static dev.gatekeeper.maven.ParameterName.Form.LIST;
import static dev.gatekeeper.maven.ParameterName.Form.PATH;
import static dev.gatekeeper.maven.ParameterName.Form.TEXT;

import java.util.Optional;
import java.util.stream.Stream;

/** A parameter of the goals. */
enum ParameterName {
    TARGET("target", TEXT, false),
    TARGET_NAME("targetName", TEXT, true),
    HEAD("head", TEXT, false),
    REPOSITORY("repository", PATH, false),
    REPOSITORY_NAME("repositoryName", TEXT, true),
    CHANGE("change", TEXT, false),
    AUTHOR("author", LIST, true),
    RECORD("record", PATH, false),
    ORG_POLICY("orgPolicy", PATH, true),
    SIMULATION("simulation", FLAG, true),
    WARN_ONLY("warnOnly", FLAG, true),
    SKIP("skip", FLAG, true),
    SQUASHED("squashed", FLAG, true),
    ISOLATED("isolated", FLAG, true),
    CONTRACT("contract", TEXT, true),
    CHECK("check", PATH, true),
    PATHS("paths", LIST, true);

    /** What a value must look like. */
    enum Form {
        TEXT,
        LIST,
        PATH,
        FLAG
    }

    private static final String PREFIX = "gatekeeper.";

    private final String element;
    private final Form form;
    private final boolean commandLineOnly;

    ParameterName(String element, Form form, boolean commandLineOnly) {
        this.element = element;
        this.form = form;
        this.commandLineOnly = commandLineOnly;
    }

    /** The element that gives it in a POM, such as {@code target}. */
    String element() {
        return element;
    }

    /** The property that gives it on the command line, such as {@code gatekeeper.target}. */
    String property() {
        return PREFIX + element;
    }

    Form form() {
        return form;
    }

    /** Whether a POM must not give it, since the POM belongs to the change that is judged. */
    boolean commandLineOnly() {
        return commandLineOnly;
    }

    /** Whether {@code property} is meant for Gatekeeper, letter case aside, whether or not it is a parameter. */
    static boolean isMeantForGatekeeper(String property) {
        return property.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The parameter, of whatever goal, that {@code property} gives. */
    static Optional<ParameterName> of(String property) {
        return Stream.of(values())
                .filter(name -> name.property().equals(property))
                .findFirst();
    }
}
