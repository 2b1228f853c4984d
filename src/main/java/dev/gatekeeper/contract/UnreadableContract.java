package dev.gatekeeper.contract;

import dev.gatekeeper.yaml.Problem;
import java.util.List;

/**
 * A contract that is not strict YAML with known keys and the right types, or lies where none is read.
 *
 * @param file its path
 * @param problems what is the matter, in the order of the file; one or more
 */
public record UnreadableContract(String file, List<Problem> problems) implements ContractReading {

    public UnreadableContract {
        problems = List.copyOf(problems);
    }
}
