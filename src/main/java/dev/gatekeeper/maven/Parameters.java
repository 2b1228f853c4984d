package dev.gatekeeper.maven;

import dev.gatekeeper.change.Review;
import dev.gatekeeper.text.Spelling;
import dev.gatekeeper.text.UndecidedCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of one run. One that can't be used reads as if it were not given; {@link #problem()} says so.
 *
 * @param goal the goal that reads them
 * @param given all that it reads, whether or not they are given
 * @param unread properties of whoever started Maven that are meant for Gatekeeper and that the goal does not read
 */
record Parameters(String goal, List<ParameterValue> given, List<Unread> unread) {

    /**
     * A property that nobody reads.
     *
     * @param ofJvm whether it is not on the command line, but the JVM was started with it
     */
    record Unread(String property, boolean ofJvm) {

        @Override
        public String toString() {
            return ofJvm ? property + " in " + ParameterValue.OF_JVM : property;
        }
    }

    /** A property that is so many edits from the name of one that is read, letter case aside, is meant for it. */
    private static final int SLIP = 2;

    Parameters {
        given = List.copyOf(given);
        unread = List.copyOf(unread);
    }

    /**
     * The parameters of {@code goal}.
     *
     * @param user the names of the user properties
     * @param system the names of the system properties, which have what the JVM was started with in every Maven
     */
    static Parameters of(String goal, List<ParameterValue> given, Set<String> user, Set<String> system) {
        Set<String> all = new TreeSet<>(user);
        all.addAll(system);
        for (ParameterValue one : given) {
            all.remove(one.property());
        }
        List<Unread> unread = new ArrayList<>();
        for (String property : all) {
            if (ParameterName.isMeantForGatekeeper(property)) {
                unread.add(new Unread(property, !user.contains(property)));
            }
        }
        return new Parameters(goal, given, unread);
    }

    /** Whether whoever started Maven has given anything that is meant for Gatekeeper, whether or not it is read. */
    boolean isAnyOfWhoStartedMaven() {
        for (ParameterValue one : given) {
            if (one.commandLine().isPresent() || one.ofJvm()) {
                return true;
            }
        }
        return !unread.isEmpty();
    }

    Optional<String> text(ParameterName name) {
        Optional<ParameterValue> usable = usable(name);
        return usable.isPresent() ? usable.get().value() : Optional.empty();
    }

    /** As {@link #entries}, of people, of whom a name may hold commas. */
    List<String> list(ParameterName name) {
        Optional<ParameterValue> usable = usable(name);
        return usable.isPresent() ? usable.get().entriesAndPairs() : List.of();
    }

    List<String> entries(ParameterName name) {
        Optional<ParameterValue> usable = usable(name);
        return usable.isPresent() ? usable.get().entries() : List.of();
    }

    /** The values of a parameter of several entries, by what stands behind its name; that of its own name has none. */
    Map<String, String> texts(ParameterName name) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ParameterValue one : given) {
            if (one.name() == name && one.problem().isEmpty() && one.value().isPresent()) {
                texts.put(one.entry(), one.value().get());
            }
        }
        return texts;
    }

    List<Review> reviews() {
        Optional<ParameterValue> usable = usable(ParameterName.REVIEWS);
        return usable.isPresent() ? usable.get().reviews() : List.of();
    }

    Optional<LocalDate> day(ParameterName name) {
        return usable(name).flatMap(ParameterValue::day);
    }

    boolean flag(ParameterName name) {
        return text(name).equals(Optional.of("true"));
    }

    /** The path that is given, absolute; a relative one starts at {@code folder}. */
    Optional<Path> path(ParameterName name, Path folder) {
        Optional<String> value = text(name);
        return value.isPresent() ? Optional.of(folder.resolve(value.get()).normalize()) : Optional.empty();
    }

    /** Whether it is given, and can't be used. */
    boolean isWrong(ParameterName name) {
        Optional<ParameterValue> found = find(name);
        return found.isPresent() && found.get().problem().isPresent();
    }

    /** The first thing that makes a parameter unusable. */
    Optional<UsageProblem> problem() {
        for (ParameterValue one : given) {
            if (one.problem().isPresent()) {
                return one.problem();
            }
        }
        for (Unread one : unread) {
            String nearest = nearest(one);
            if (Spelling.distance(one.property(), nearest) <= SLIP) {
                return Optional.of(new UsageProblem(
                        UndecidedCode.PARAMETER_UNKNOWN,
                        "%s is no parameter of %s; the nearest is %s".formatted(one, goal, nearest),
                        "Write it so, or leave it out: what it asks for would not be done."));
            }
        }
        return Optional.empty();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (ParameterValue one : given) {
            Optional<String> warning = one.warning();
            if (warning.isPresent()) {
                warnings.add(warning.get());
            }
        }
        for (Unread one : unread) {
            warnings.add(
                    ParameterName.of(one.property()).isPresent()
                            ? "%s is a parameter of another goal, and does nothing in %s".formatted(one, goal)
                            : "%s is no parameter of %s and does nothing; the nearest is %s"
                                    .formatted(one, goal, nearest(one)));
        }
        return warnings;
    }

    private String nearest(Unread unread) {
        return Spelling.nearest(
                unread.property(), given.stream().map(one -> one.name().property()));
    }

    private Optional<ParameterValue> usable(ParameterName name) {
        return isWrong(name) ? Optional.empty() : find(name);
    }

    private Optional<ParameterValue> find(ParameterName name) {
        for (ParameterValue one : given) {
            if (one.name() == name) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
