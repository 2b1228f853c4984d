package dev.gatekeeper.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that looks at a change. */
abstract class ChangeMojo extends TargetMojo {

    /**
     * The commit to judge: {@code HEAD}, a full ref or a full commit id; an isolated run takes no ref, whose name may be the
     * author's. Default: {@code HEAD}. Example: {@code -Dgatekeeper.head=refs/pull/42/head}.
     */
    @Parameter(property = "gatekeeper.head")
    private @Nullable String head;

    /**
     * Who opened the change as CI knows it, names, emails or logins separated by commas: counted as authors; command line
     * only. Default: none. Example: {@code -Dgatekeeper.author=janes}.
     */
    @Parameter(property = "gatekeeper.author")
    private @Nullable String author;

    ChangeMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        return join(super.parameters(), given(ParameterName.HEAD, head), given(ParameterName.AUTHOR, author));
    }
}
