package dev.gatekeeper.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.change.Author;
import dev.gatekeeper.change.Author.Role;
import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.change.Entry;
import dev.gatekeeper.change.Person;
import dev.gatekeeper.change.RawPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorshipTest {

    private static final RawPath PATH = RawPath.of("A");
    private static final ChangedPath CHANGED =
            new ChangedPath(PATH, Entry.ABSENT, new Entry(0100644, "1".repeat(40)), Entry.ABSENT);
    private static final Author ADA = new Author(new Person("Ada", "ada@acme.example"), Role.AUTHOR, "1");
    private static final Author BO = new Author(new Person("Bo", "bo@acme.example"), Role.AUTHOR, "2");

    @Test
    void isOfWhoeverTouchedThePath() {
        assertThat(authors(Set.of(PATH), Set.of(PATH))).containsExactly(ADA);
    }

    @Test
    void isEverybodysWhereNoCommitMadeIt() {
        assertThat(authors(Set.of(PATH), Set.of())).containsExactly(ADA, BO);
    }

    /** Nobody would be an author of it, and everybody free to approve. */
    @Test
    void isEverybodysWhereNoCommitTouchedIt() {
        assertThat(authors(Set.of(), Set.of(PATH))).containsExactly(ADA, BO);
    }

    private static List<Author> authors(Set<RawPath> touched, Set<RawPath> made) {
        Change change = new Change("3", List.of(CHANGED), Map.of());
        List<Commit> commits = List.of(
                new Commit("1", List.of(ADA), touched, made, false),
                new Commit("2", List.of(BO), Set.of(), Set.of(), false));
        return new Authorship(change, commits, List.of(PATH)).of(PATH);
    }
}
