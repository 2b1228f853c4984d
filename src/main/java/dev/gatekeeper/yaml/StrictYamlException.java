package dev.gatekeeper.yaml;

/** The bytes are not the strict YAML that Gatekeeper reads. */
public final class StrictYamlException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public StrictYamlException(Problem problem) {
        super(problem.text());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
