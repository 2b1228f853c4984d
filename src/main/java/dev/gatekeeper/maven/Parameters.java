package dev.gatekeeper.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The parameters of one run. One that can't be used reads as if it were not given; {@link #complaint()} says so.
 *
 * @param given what was given
 * @param misspelt properties that are meant for Gatekeeper and that no goal knows
 */
record Parameters(List<Given> given, List<String> misspelt) {

    Parameters {
        given = List.copyOf(given);
        misspelt = List.copyOf(misspelt);
    }

    static Parameters of(Stream<Given> given, Properties user) {
        List<String> known = ParameterName.properties().toList();
        return new Parameters(
                given.toList(),
                user.stringPropertyNames().stream()
                        .filter(ParameterName::isMeantBy)
                        .filter(property -> !known.contains(property))
                        .sorted()
                        .toList());
    }

    Optional<String> text(ParameterName name) {
        return usable(name).flatMap(Given::value);
    }

    List<String> list(ParameterName name) {
        return usable(name).map(Given::entries).orElse(List.of());
    }

    boolean flag(ParameterName name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /** The path that is given, absolute; a relative one starts at {@code folder}. */
    Optional<Path> path(ParameterName name, Path folder) {
        return text(name).map(value -> folder.resolve(value).normalize());
    }

    /** Whether it is given, and can't be used. */
    boolean isWrong(ParameterName name) {
        return find(name).flatMap(Given::complaint).isPresent();
    }

    /** The first thing that makes a parameter unusable. */
    Optional<Complaint> complaint() {
        return given.stream().flatMap(one -> one.complaint().stream()).findFirst();
    }

    List<String> warnings() {
        return Stream.concat(
                        given.stream().flatMap(one -> one.warning().stream()),
                        misspelt.stream()
                                .map(property -> "%s is no parameter of Gatekeeper and does nothing; the nearest is %s"
                                        .formatted(property, Spelling.nearest(property, ParameterName.properties()))))
                .toList();
    }

    private Optional<Given> usable(ParameterName name) {
        return find(name).filter(one -> one.complaint().isEmpty());
    }

    private Optional<Given> find(ParameterName name) {
        return given.stream().filter(one -> one.name() == name).findFirst();
    }
}
