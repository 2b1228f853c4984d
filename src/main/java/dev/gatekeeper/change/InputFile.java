package dev.gatekeeper.change;

/** A file that a run is given beside the repository; read when it is needed, so that nobody reads what nobody asks for. */
public interface InputFile {

    /** What messages call it. */
    String name();

    /**
     * Reads it.
     *
     * @param limit the most bytes to read
     */
    FileContent read(int limit);
}
