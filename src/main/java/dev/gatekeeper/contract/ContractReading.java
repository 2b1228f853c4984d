package dev.gatekeeper.contract;

/** What came of reading a contract. */
sealed interface ContractReading permits ContractReading.Read, UnreadableContract {

    /** Its path. */
    String file();

    /** It is strict YAML with known keys and the right types. */
    record Read(Contract contract) implements ContractReading {

        @Override
        public String file() {
            return contract.file();
        }
    }
}
