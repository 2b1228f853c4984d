package dev.gatekeeper.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.ContractTouch;
import dev.gatekeeper.change.FirstParent;
import dev.gatekeeper.change.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commits, the oldest first: {@code +x} adds the contract x, {@code ~x} alters or approves it, {@code M} is a merge. */
class StepsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    .                    | 0
                    . . .                | 0-2
                    +x                   | 0
                    +x +y                | 0 1
                    . . +x               | 0-2
                    +x . .               | 0 1-2
                    +x . ~x              | 0-2
                    +x . ~x . +y         | 0-2 3-4
                    . +x . ~x . +y .     | 0-3 4-5 6
                    +x ~y ~x             | 0-2
                    +x ~y                | 0 1
                    +x +y ~x             | 0 1 2
                    +x +y ~x ~y          | 0 1-3
                    +x+y . ~y            | 0-2
                    +x~w ~w              | 0 1
                    ~x +x                | 0-1
                    +x +x                | 0 1
                    M                    | 0
                    . M .                | 0 1 2
                    +x M ~x              | 0 1 2
                    . . M +x . M M ~x    | 0-1 2 3 4 5 6 7
                    """)
    void groups(String commits, String steps) {
        assertThat(shown(Steps.of(touched(commits)))).isEqualTo(steps);
    }

    private static List<Steps.Touched> touched(String commits) {
        List<Steps.Touched> touched = new ArrayList<>();
        for (String word : commits.strip().split(" ", -1)) {
            int number = touched.size();
            FirstParent commit = new FirstParent(
                    "" + number,
                    "" + (number - 1),
                    word.equals("M"),
                    Instant.EPOCH,
                    word,
                    new Person("Ada", "ada@acme.example"));
            Set<String> added = new HashSet<>();
            Set<String> continued = new HashSet<>();
            for (int at = 0; at + 1 < word.length(); at += 2) {
                (word.charAt(at) == '+' ? added : continued).add(word.substring(at + 1, at + 2));
            }
            touched.add(new Steps.Touched(
                    commit, word.equals("M") ? Optional.empty() : Optional.of(new ContractTouch(added, continued))));
        }
        return touched;
    }

    private static String shown(List<Step> steps) {
        return steps.stream()
                .map(step -> {
                    String first = step.commits().get(0).id();
                    return step.isJoined() ? first + "-" + step.head().id() : first;
                })
                .collect(Collectors.joining(" "));
    }
}
