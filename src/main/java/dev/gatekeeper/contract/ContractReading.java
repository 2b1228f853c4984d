package dev.gatekeeper.contract;

import dev.gatekeeper.yaml.Problem;
import java.util.ArrayList;
import java.util.List;

/** What came of reading a contract. */
public sealed interface ContractReading {

    /** Its path. */
    String file();

    /** Those of {@code readings} that could be read. */
    static List<Contract> readable(List<ContractReading> readings) {
        List<Contract> readable = new ArrayList<>();
        for (ContractReading reading : readings) {
            if (reading instanceof Read read) {
                readable.add(read.contract());
            }
        }
        return readable;
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
