package dev.gatekeeper.maven;

import dev.gatekeeper.text.Spelling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The parameters of one run. One that can't be used reads as if it were not given; {@link #complaint()} says so.
 *
 * @param given what was given
 * @param misspelt properties that are meant for Gatekeeper and that no goal knows
 */
record Parameters(List<ParameterValue> given, List<String> misspelt) {

    /** A property that is so many edits from a parameter's name, letter case aside, is meant for it. */
    private static final int SLIP = 2;

    Parameters {
        given = List.copyOf(given);
        misspelt = List.copyOf(misspelt);
    }

    static Parameters of(Stream<ParameterValue> given, Properties user) {
        Set<String> misspelt = new TreeSet<>();
        for (String property : user.stringPropertyNames()) {
            if (ParameterName.isMisspeltBy(property)) {
                misspelt.add(property);
            }
        }
        return new Parameters(given.toList(), List.copyOf(misspelt));
    }

    Optional<String> text(ParameterName name) {
        Optional<ParameterValue> usable = usable(name);
        return usable.isPresent() ? usable.get().value() : Optional.empty();
    }

    List<String> list(ParameterName name) {
        Optional<ParameterValue> usable = usable(name);
        return usable.isPresent() ? usable.get().entriesAndPairs() : List.of();
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
        return found.isPresent() && found.get().complaint().isPresent();
    }

    /** The first thing that makes a parameter unusable. */
    Optional<UsageProblem> complaint() {
        for (ParameterValue one : given) {
            if (one.complaint().isPresent()) {
                return one.complaint();
            }
        }
        for (String property : misspelt) {
            String nearest = Spelling.nearest(property, ParameterName.properties());
            if (Spelling.distance(property, nearest) <= SLIP) {
                return Optional.of(new UsageProblem(
                        "%s is no parameter of Gatekeeper; the nearest is %s".formatted(property, nearest),
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
        for (String property : misspelt) {
            warnings.add("%s is no parameter of Gatekeeper and does nothing; the nearest is %s"
                    .formatted(property, Spelling.nearest(property, ParameterName.properties())));
        }
        return warnings;
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
