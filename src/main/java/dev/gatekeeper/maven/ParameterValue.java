package dev.gatekeeper.maven;

import dev.gatekeeper.change.Review;
import dev.gatekeeper.text.Characters;
import dev.gatekeeper.text.Shell;
import dev.gatekeeper.text.UndecidedCode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A parameter as it was given.
 *
 * @param name which
 * @param entry which of its entries, where it has several and this is not the one under its own name; else empty
 * @param commandLine its value among the user properties: the command line's, or {@code .mvn/maven.config}'s
 * @param injected the value that Maven injects, where a literal in the POM beats the command line
 * @param ofJvm whether that is what the JVM was started with. Some Mavens let it beat the command line, others forget it where the
 *     command line gives the parameter too; here the command line counts in all of them
 */
record ParameterValue(
        ParameterName name, String entry, Optional<String> commandLine, Optional<String> injected, boolean ofJvm) {

    /** One that is given under its own name. */
    ParameterValue(ParameterName name, Optional<String> commandLine, Optional<String> injected, boolean ofJvm) {
        this(name, "", commandLine, injected, ofJvm);
    }

    /** The entry {@code entry} of a parameter, which the command line gives. */
    static ParameterValue entry(ParameterName name, String entry, String commandLine) {
        return new ParameterValue(name, entry, Optional.of(commandLine), Optional.empty(), false);
    }

    /** In place of the way to give it, by which an author, or their agent, would only switch the gate off. */
    private static final String WHO_DECIDES = "whoever runs the pipeline decides on it, and no change does.";

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    private static final String FOR_ONE_RUN = "it is for one run, on its command line.";

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Where what the JVM was started with is written. */
    static final String OF_JVM = "MAVEN_OPTS or .mvn/jvm.config";

    /** The property that gives it on the command line. */
    String property() {
        return entry.isEmpty() ? name.property() : "gatekeeper." + name.element() + "." + entry;
    }

    /** The command line's value, or else Maven's: the POM belongs to the change that is judged. */
    Optional<String> value() {
        return commandLine.isPresent() ? commandLine : injected;
    }

    /** The entries of a list, each two neighbours as one, and all of them as one, since a name may hold commas itself. */
    List<String> entriesAndPairs() {
        List<String> entries = entries();
        List<String> all = new ArrayList<>(entries);
        for (int second = 1; second < entries.size(); second++) {
            all.add(entries.get(second - 1) + ", " + entries.get(second));
        }
        if (entries.size() > 2) {
            all.add(String.join(", ", entries));
        }
        return all;
    }

    /** The entries of a list. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        if (value().isPresent()) {
            for (String entry : value().get().split(",", -1)) {
                entries.add(entry.strip());
            }
        }
        return entries;
    }

    /** What makes it unusable. */
    Optional<UsageProblem> problem() {
        if (isExpanded()) {
            return Optional.of(new UsageProblem(
                    UndecidedCode.PARAMETER_GARBLED,
                    "%s is '%s' on the command line, in which Maven would replace what stands in '${…}'"
                            .formatted(property(), commandLine.orElse("")),
                    "Give it without '${', and no text of a change on the command line: a branch, a title, a name."));
        }
        Optional<UsageProblem> misplaced = misplaced();
        return misplaced.isPresent() ? misplaced : malformed();
    }

    /** Whether Maven makes something else of it, a secret perhaps, which must not be shown or used. */
    private boolean isExpanded() {
        return commandLine.isPresent() && commandLine.get().contains("${");
    }

    /** What a reader of the log should know though it changes nothing. */
    Optional<String> warning() {
        boolean isRefused = isExpanded() || (name.commandLineOnly() && !ofJvm);
        if (isRefused || commandLine.isEmpty() || injected.isEmpty() || injected.equals(commandLine)) {
            return Optional.empty();
        }
        return Optional.of("%s is '%s' on the command line and '%s' in %s: the command line's counts"
                .formatted(property(), commandLine.get(), injected.get(), place()));
    }

    private String place() {
        return ofJvm ? OF_JVM : "the POM or the settings";
    }

    private Optional<UsageProblem> misplaced() {
        if (!name.commandLineOnly()
                || injected.isEmpty()
                || injected.equals(commandLine)
                || (ofJvm && commandLine.isPresent())) {
            return Optional.empty();
        }
        if (ofJvm) {
            return Optional.of(new UsageProblem(
                    UndecidedCode.PARAMETER_MISPLACED,
                    "%s is '%s' in %s, where it must not be given".formatted(property(), injected.get(), place()),
                    "Take -D%s=… out of there; %s".formatted(property(), whoDecides())));
        }
        return Optional.of(new UsageProblem(
                UndecidedCode.PARAMETER_MISPLACED,
                "<%s> is '%s' in the POM or the settings, where %s must not be given"
                        .formatted(name.element(), injected.get(), property()),
                "Take <%s> out of the POM, and %s out of properties and settings; %s"
                        .formatted(name.element(), property(), whoDecides())));
    }

    private String whoDecides() {
        return name.place() == ParameterName.Place.RUN ? FOR_ONE_RUN : WHO_DECIDES;
    }

    private Optional<UsageProblem> malformed() {
        if (value().isEmpty()) {
            return Optional.empty();
        }
        String value = value().get();
        if (name.form() == ParameterName.Form.REVIEWS && value.isBlank()) {
            return Optional.empty();
        }
        if (value.isBlank()
                || (name.form() == ParameterName.Form.LIST && entries().contains(""))) {
            return Optional.of(new UsageProblem(
                    UndecidedCode.PARAMETER_INVALID,
                    "%s is '%s', which is empty or has an empty entry".formatted(property(), value),
                    "Give it a value, or leave it out."));
        }
        if (hasLostLetters(value)) {
            return Optional.of(new UsageProblem(
                    UndecidedCode.PARAMETER_GARBLED,
                    "%s is '%s', which has lost letters".formatted(property(), value),
                    "Start Maven in a locale of UTF-8, such as LC_ALL=C.UTF-8."));
        }
        return switch (name.form()) {
            case TEXT, LIST -> Optional.empty();
            case REVIEWS ->
                entries().stream()
                        .filter(entry -> Review.read(entry).isEmpty())
                        .findFirst()
                        .map(this::noReview);
            case COMMIT -> COMMIT.matcher(value).matches() ? Optional.empty() : Optional.of(noCommit(value));
            case FLAG -> isFlag(value) ? Optional.empty() : Optional.of(noFlag(value));
            case DAY -> day().isPresent() ? Optional.empty() : Optional.of(noDay(value));
            case PATH -> isPath(value) ? Optional.empty() : Optional.of(noPath(value));
            case COUNT -> value.matches("[0-9]{1,4}") ? Optional.empty() : Optional.of(noCount(value));
        };
    }

    /** Whether a byte of it was no letter to Java, which puts a mark of its own or half a letter there. */
    private static boolean hasLostLetters(String value) {
        for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
            int letter = value.codePointAt(at);
            if (letter == '\uFFFD' || Characters.isSurrogate(letter)) {
                return true;
            }
        }
        return false;
    }

    private UsageProblem noFlag(String value) {
        return new UsageProblem(
                UndecidedCode.PARAMETER_INVALID,
                "%s is '%s'; allowed are 'true' and 'false'".formatted(property(), value),
                "Write one of the two, or leave it out.");
    }

    private UsageProblem noCount(String value) {
        return new UsageProblem(
                UndecidedCode.PARAMETER_INVALID,
                "%s is '%s', which is no number from 0 to 9999".formatted(property(), value),
                "Write one, such as -D%s=50, or leave it out.".formatted(property()));
    }

    /** The reviews of a list; none where it is empty. */
    List<Review> reviews() {
        List<Review> reviews = new ArrayList<>();
        for (String entry : entries()) {
            Optional<Review> review = Review.read(entry);
            if (review.isPresent()) {
                reviews.add(review.get());
            }
        }
        return reviews;
    }

    private UsageProblem noReview(String entry) {
        return new UsageProblem(
                UndecidedCode.PARAMETER_INVALID,
                "%s holds '%s', which is no review".formatted(name.property(), entry),
                "Write each as LOGIN@COMMIT, with the 40 lower-case hex digits of the commit that it was given for, and a comma"
                        + " between two: -D%s=janes@%s".formatted(name.property(), "1a2b3c4d5e".repeat(4)));
    }

    /** The day that it is; empty where it is none. */
    Optional<LocalDate> day() {
        try {
            return value().filter(value -> DAY.matcher(value).matches()).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private UsageProblem noDay(String value) {
        return new UsageProblem(
                UndecidedCode.PARAMETER_INVALID,
                "%s is '%s', which is no day".formatted(property(), value),
                "Write year, month and day, such as -D%s=2026-01-31".formatted(property()));
    }

    private UsageProblem noCommit(String value) {
        return new UsageProblem(
                UndecidedCode.PARAMETER_INVALID,
                "%s is '%s', which is no full commit id".formatted(property(), value),
                "Give the commit in full, 40 lower-case hex digits: git rev-parse --verify "
                        + Shell.quote(value + "^{commit}"));
    }

    private UsageProblem noPath(String value) {
        return new UsageProblem(
                UndecidedCode.PARAMETER_INVALID,
                "%s is '%s', which can't be a path on this machine".formatted(property(), value),
                "Give the path of a file or a folder, absolute or relative to the folder Maven is started for.");
    }

    private static boolean isFlag(String value) {
        return value.equals("true") || value.equals("false");
    }

    private static boolean isPath(String value) {
        try {
            return !Path.of(value).toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
