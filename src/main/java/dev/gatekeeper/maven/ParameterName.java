package dev.gatekeeper.maven;

import static dev.gatekeeper.maven.ParameterName.Form.COMMIT;
import static dev.gatekeeper.maven.ParameterName.Form.DAY;
import static dev.gatekeeper.maven.ParameterName.Form.FLAG;
import static dev.gatekeeper.maven.ParameterName.Form.LIST;
import static dev.gatekeeper.maven.ParameterName.Form.PATH;
import static dev.gatekeeper.maven.ParameterName.Form.TEXT;
import static dev.gatekeeper.maven.ParameterName.Place.ANYWHERE;
import static dev.gatekeeper.maven.ParameterName.Place.PIPELINE;
import static dev.gatekeeper.maven.ParameterName.Place.RUN;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A parameter of the goals. */
enum ParameterName {
    TARGET("target", TEXT, ANYWHERE),
    TARGET_NAME("targetName", TEXT, PIPELINE),
    HEAD("head", TEXT, ANYWHERE),
    REPOSITORY("repository", PATH, ANYWHERE),
    REPOSITORY_NAME("repositoryName", TEXT, PIPELINE),
    CHANGE("change", TEXT, ANYWHERE),
    AUTHOR("author", LIST, PIPELINE),
    REVIEWS("reviews", Form.REVIEWS, PIPELINE),
    RECORD("record", PATH, ANYWHERE),
    ORG_POLICY("orgPolicy", PATH, PIPELINE),
    SIMULATION("simulation", FLAG, PIPELINE),
    WARN_ONLY("warnOnly", FLAG, PIPELINE),
    SKIP("skip", FLAG, PIPELINE),
    SQUASHED("squashed", FLAG, PIPELINE),
    ISOLATED("isolated", FLAG, PIPELINE),
    CONTRACT("contract", TEXT, RUN),
    CHECK("check", PATH, RUN),
    PATHS("paths", LIST, RUN),
    CI("ci", TEXT, RUN),
    RECORDS("records", PATH, ANYWHERE),
    POLICY("policy", PATH, ANYWHERE),
    REPLAY("replay", Form.COUNT, ANYWHERE),
    ID("id", TEXT, RUN),
    WHAT_CHANGED("whatChanged", TEXT, RUN),
    WHY_CHANGED("whyChanged", TEXT, RUN),
    RISK_LEVEL("riskLevel", TEXT, RUN),
    INVARIANTS_CHECKED("invariantsChecked", Entries.NUMBERED),
    TESTS("tests", Entries.NUMBERED),
    FIELD("field", Entries.NAMED),
    BEFORE("before", DAY, RUN),
    SINCE("since", COMMIT, PIPELINE),
    JOINED("joined", FLAG, PIPELINE),
    OUTPUT("output", PATH, ANYWHERE),
    STRICT("strict", FLAG, ANYWHERE),
    ACCEPTED("accepted", PATH, PIPELINE);

    /** What a value must look like. */
    enum Form {
        TEXT,
        LIST,
        /** As a list of {@code LOGIN@COMMIT}; an empty one is none. */
        REVIEWS,
        /** A full commit id. */
        COMMIT,
        PATH,
        /** A day of the calendar, such as {@code 2026-11-22}. */
        DAY,
        FLAG,
        /** From 0 to 9999. */
        COUNT
    }

    /** Where it may be given. */
    enum Place {
        ANYWHERE,
        /** On the command line only, by whoever runs the pipeline. */
        PIPELINE,
        /** On the command line only, for that run alone. */
        RUN
    }

    /** How often it may be given. */
    enum Entries {
        /** Once. */
        ONE,
        /** More than once: as it is called, and with {@code .2}, {@code .3} and so on behind that. */
        NUMBERED,
        /** For each of several names, which stand behind what it is called. */
        NAMED
    }

    private static final Pattern NUMBER = Pattern.compile("[2-9]|[1-9][0-9]");
    private static final String PREFIX = "gatekeeper.";

    private final String element;
    private final Form form;
    private final Place place;
    private final Entries entries;

    ParameterName(String element, Form form, Place place) {
        this(element, form, place, Entries.ONE);
    }

    /** A text of the command line's. */
    ParameterName(String element, Entries entries) {
        this(element, TEXT, RUN, entries);
    }

    ParameterName(String element, Form form, Place place, Entries entries) {
        this.element = element;
        this.form = form;
        this.place = place;
        this.entries = entries;
    }

    /** The element that gives it in a POM, such as {@code target}. */
    String element() {
        return element;
    }

    /** The property that gives it on the command line, such as {@code gatekeeper.target}; the pattern of its properties where it is named. */
    String property() {
        return PREFIX + element + (entries == Entries.NAMED ? ".NAME" : "");
    }

    /** What {@code property} has behind the parameter's own property and a dot, where that makes it another entry of it. */
    Optional<String> entry(String property) {
        String start = PREFIX + element + ".";
        if (entries == Entries.ONE || !property.startsWith(start)) {
            return Optional.empty();
        }
        String rest = property.substring(start.length());
        boolean fits = entries == Entries.NAMED
                ? !rest.isEmpty()
                : NUMBER.matcher(rest).matches();
        return fits ? Optional.of(rest) : Optional.empty();
    }

    Form form() {
        return form;
    }

    Place place() {
        return place;
    }

    /** Whether a POM must not give it, since the POM belongs to the change that is judged. */
    boolean commandLineOnly() {
        return place != Place.ANYWHERE;
    }

    /** Whether {@code property} is meant for Gatekeeper, letter case aside, whether or not it is a parameter. */
    static boolean isMeantForGatekeeper(String property) {
        return property.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The parameter, of whatever goal, that {@code property} gives. */
    static Optional<ParameterName> of(String property) {
        return Stream.of(values())
                .filter(name ->
                        name.property().equals(property) || name.entry(property).isPresent())
                .findFirst();
    }
}
