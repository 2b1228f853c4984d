package dev.gatekeeper.lint;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.List;
import java.util.Optional;

/** Kinds of paths, the ones that people write first. */
final class ExamplePaths {

    private static final Automaton SLASH = BasicAutomata.makeChar('/');
    private static final Automaton PLAIN = BasicAutomata.makeCharRange('a', 'z')
            .union(BasicAutomata.makeCharRange('A', 'Z'))
            .union(BasicAutomata.makeCharRange('0', '9'))
            .repeat(1);
    private static final Automaton WORD = PLAIN.concatenate(
            BasicAutomata.makeCharSet("._-").concatenate(PLAIN).repeat());
    private static final Automaton HIDDEN =
            BasicAutomata.makeCharSet("._").optional().concatenate(WORD);

    /** Names that git holds and nobody may add, and others that nobody adds by hand. */
    private static final Automaton ODD =
            any(BasicAutomata.makeAnyString().concatenate(BasicAutomata.makeCharSet(" .\\")));

    private static final Automaton IMPOSSIBLE =
            any(BasicAutomata.makeStringUnion(".", "..").union(ignoringCase(".git")));

    private static final List<Language> KINDS = List.of(
            Language.of(paths(WORD)),
            Language.of(paths(HIDDEN).minus(IMPOSSIBLE)),
            Language.of(GlobLanguage.PATHS.minus(ODD).minus(IMPOSSIBLE)),
            Language.of(GlobLanguage.PATHS.minus(IMPOSSIBLE)));

    private ExamplePaths() {}

    /** The shortest path of {@code language} that a person would write, and that git can hold. */
    static Optional<String> shortest(Language language) throws TooLargeException {
        for (Language kind : KINDS) {
            Optional<String> shortest = language.and(kind).shortest();
            if (shortest.isPresent()) {
                return shortest;
            }
        }
        return Optional.empty();
    }

    private static Automaton paths(Automaton name) {
        return name.concatenate(SLASH.concatenate(name).repeat());
    }

    /** The paths that have {@code name} as a part. */
    private static Automaton any(Automaton name) {
        Automaton part = name.intersection(GlobLanguage.NAME);
        return GlobLanguage.FOLDERS.concatenate(part).concatenate(GlobLanguage.BELOW.optional());
    }

    private static Automaton ignoringCase(String name) {
        Automaton all = BasicAutomata.makeEmptyString();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            all = all.concatenate(BasicAutomata.makeCharSet("" + c + Character.toUpperCase(c)));
        }
        return all;
    }
}
