package dev.gatekeeper.verdict;

import dev.gatekeeper.policy.Origin;
import dev.gatekeeper.yaml.Mark;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that is wrong with a change. Its texts hold what the change says as it is; a report escapes them.
 *
 * @param code what kind
 * @param file the path where it shows
 * @param mark the place in that file, where there is one
 * @param problem what is the matter, in one sentence
 * @param remedy how to go on
 * @param askedBy the policies that ask for it; it only warns when all of them only warn
 * @param mendedBy who has to act first
 * @param example lines of a file that show what {@code remedy} asks to write; none where its words say it all
 */
public record Finding(
        Code code,
        String file,
        Optional<Mark> mark,
        String problem,
        String remedy,
        Set<Origin> askedBy,
        MendedBy mendedBy,
        List<String> example) {

    public Finding {
        example = List.copyOf(example);
        askedBy = Set.copyOf(askedBy);
        if (askedBy.isEmpty()) {
            throw new IllegalArgumentException("some policy asks for what a finding is about");
        }
    }

    /** A finding that whoever mends its kind mends. */
    public Finding(Code code, String file, Optional<Mark> mark, String problem, String remedy, Set<Origin> askedBy) {
        this(code, file, mark, problem, remedy, askedBy, code.mendedBy(), List.of());
    }

    /** The same, which the author of the change has to mend first, in such a way. */
    Finding byAuthor(String first) {
        return new Finding(code, file, mark, problem, first, askedBy, MendedBy.AUTHOR, List.of());
    }

    /** The same, with lines of a file that show what its remedy asks to write. */
    Finding withExample(List<String> lines) {
        return new Finding(code, file, mark, problem, remedy, askedBy, mendedBy, lines);
    }

    /** A finding of a file as a whole. */
    static Finding inFile(Code code, String file, String problem, String remedy, Set<Origin> askedBy) {
        return new Finding(code, file, Optional.empty(), problem, remedy, askedBy);
    }

    /** A finding at a place. */
    static Finding at(Code code, String file, Mark mark, String problem, String remedy, Set<Origin> askedBy) {
        return new Finding(code, file, Optional.of(mark), problem, remedy, askedBy);
    }
}
