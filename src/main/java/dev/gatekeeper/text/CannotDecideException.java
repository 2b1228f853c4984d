package dev.gatekeeper.text;

/** No verdict is possible; the build fails all the same, and the message says what mends it. */
public final class CannotDecideException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param problem first the thing and its place, then what is the matter; no line break
     * @param remedy the command or the step that mends it
     */
    public CannotDecideException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** As {@link #CannotDecideException(String, String)}, keeping the {@code cause} for a debug log. */
    public CannotDecideException(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    public String problem() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
