package dev.gatekeeper.ssh;

/** A key or a signature is not written as OpenSSH writes it, or is of a kind that proves nothing. */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param problem what is the matter: the thing first, values in single quotes */
    MalformedException(String problem) {
        super(problem);
    }

    static void require(boolean holds, String problem) throws MalformedException {
        if (!holds) {
            throw new MalformedException(problem);
        }
    }

    public String problem() {
        return String.valueOf(getMessage());
    }
}
