package dev.gatekeeper.contract;

import dev.gatekeeper.yaml.Problem;
import java.util.List;

/** What came of reading a contract. */
public sealed interface ContractReading {

    /** Its path. */
    String file();

    /** Those of {@code readings} that could be read. */
    static List<Contract> readable(List<ContractReading> readings) {
        return readings.stream()
                .filter(Read.class::isInstance)
                .map(reading -> ((Read) reading).contract())
                .toList();
    }

    /** It is strict YAML with known keys and the right types. */
    record Read(Contract contract) implements ContractReading {

        @Override
        public String file() {
            return contract.file();
        }
    }

    /** It is not. */
    record Unreadable(String file, List<Problem> problems) implements ContractReading {

        public Unreadable {
            problems = List.copyOf(problems);
        }
    }
}
