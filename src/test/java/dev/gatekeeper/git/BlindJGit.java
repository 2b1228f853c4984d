package dev.gatekeeper.git;

/** Makes JGit blind to the machine's configuration, for the tests of other packages that make repositories. */
public final class BlindJGit {

    private BlindJGit() {}

    public static void install() {
        GitIsolation.install();
    }
}
