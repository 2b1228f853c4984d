package dev.gatekeeper.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows an approver what they sign and the one command that signs it, and writes the statement to
 * {@code target/gatekeeper/<id>.statement}; touches no key. It runs nothing of the change: start it in a clone of the target
 * into which the change was fetched, and name the change's commit.
 */
@Mojo(name = "approve", requiresProject = false, aggregator = true, threadSafe = true)
public final class ApproveMojo extends ChangeMojo {

    /**
     * The id of the contract to approve, where the change has several; command line only. Default: the only one. Example:
     * {@code -Dgatekeeper.contract=rotate-tokens}.
     */
    @Parameter(property = "gatekeeper.contract")
    private @Nullable String contract;

    /**
     * A signature file: says whether it is good and whose, and writes nothing; command line only. One that isn't there is looked for in
     * {@code target/gatekeeper} too. Default: none. Example:
     * {@code -Dgatekeeper.check=jane.sig}.
     */
    @Parameter(property = "gatekeeper.check")
    private @Nullable String check;

    @Inject
    ApproveMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return join(super.parameters(), given(ParameterName.CONTRACT, contract), given(ParameterName.CHECK, check));
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        Invocation invocation = RequestFactory.ask(parameters, maven);
        Optional<String> id = parameters.text(ParameterName.CONTRACT);
        Optional<Path> signature = parameters.path(ParameterName.CHECK, maven.folder());
        return signature.isPresent()
                ? new CheckSignatureRun(invocation, id, found(signature.get(), maven.folder()), getLog()).run()
                : new PrepareApprovalRun(invocation, id, maven.folder(), getLog()).run();
    }

    /** The file {@code named}, or else the one of its name where the command of this goal writes it. */
    private static DiskFile found(Path named, Path folder) {
        Path written = PrepareApprovalRun.output(folder).resolve(named.getFileName());
        return new DiskFile(!Files.exists(named) && Files.isRegularFile(written) ? written : named);
    }
}
