package dev.gatekeeper.text;

/** No verdict is possible; the build fails all the same, and the message says what mends it. */
public final class CannotDecideException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final UndecidedCode code;
    private final String remedy;

    /**
     * @param code what kind of reason it is
     * @param problem first the thing and its place, then what is the matter; no line break
     * @param remedy the command or the step that mends it
     */
    public CannotDecideException(UndecidedCode code, String problem, String remedy) {
        super(problem);
        this.code = code;
        this.remedy = remedy;
    }

    /** As {@link #CannotDecideException(UndecidedCode, String, String)}, keeping the {@code cause} for a debug log. */
    public CannotDecideException(UndecidedCode code, String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.code = code;
        this.remedy = remedy;
    }

    public UndecidedCode code() {
        return code;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
