package dev.gatekeeper.maven;

import dev.gatekeeper.change.ContractKeys;
import dev.gatekeeper.draft.GivenFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code .gatekeeper/contracts/<id>.yaml} for the current branch: with what can be computed of the change, committed or not, what is
 * given on the command line, and room for the rest. It overwrites nothing, but puts back contracts and approvals of earlier changes that
 * this one has altered, as a revert does. Who approves it never fills in.
 */
@Mojo(name = "draft", requiresProject = false, aggregator = true, threadSafe = true)
public final class DraftMojo extends ChangeMojo {

    /**
     * The contract's id, one that no earlier change has taken; command line only. Default: the nearest to the branch's name. Example:
     * {@code -Dgatekeeper.id=rotate-tokens}.
     */
    @Parameter(property = "gatekeeper.id")
    private @Nullable String id;

    /**
     * What is different after this change, for the contract; command line only. Default: left to be filled in. Example:
     * {@code -Dgatekeeper.whatChanged='Refresh tokens rotate on each use.'}.
     */
    @Parameter(property = "gatekeeper.whatChanged")
    private @Nullable String whatChanged;

    /**
     * The reason for it; command line only. Default: left to be filled in. Example:
     * {@code -Dgatekeeper.whyChanged='Fixes #4711: a stolen token stayed valid'}.
     */
    @Parameter(property = "gatekeeper.whyChanged")
    private @Nullable String whyChanged;

    /**
     * The level to declare, not below that of any changed path; command line only. Default: the level of the changed paths. Example:
     * {@code -Dgatekeeper.riskLevel=RED}.
     */
    @Parameter(property = "gatekeeper.riskLevel")
    private @Nullable String riskLevel;

    /**
     * An invariant that was checked, a text or {@code id: how}, and more of them with {@code .2}, {@code .3} behind the name; command line
     * only. Default: left to be filled in. Example:
     * {@code -Dgatekeeper.invariantsChecked='auth-never-weakened: old sessions stay revocable'}.
     */
    @Parameter(property = "gatekeeper.invariantsChecked")
    private @Nullable String invariantsChecked;

    /**
     * What was run and what came of it, {@code command => result}, and more of them with {@code .2}, {@code .3} behind the name; command line
     * only. Default: left to be filled in. Example: {@code -Dgatekeeper.tests='mvn -B verify => 412 tests, 0 failures'}.
     */
    @Parameter(property = "gatekeeper.tests")
    private @Nullable String tests;

    /**
     * The field NAME, one that the policy adds; command line only. Default: left to be filled in. Example:
     * {@code -Dgatekeeper.field.rollbackPlan='Revert the commit.'}.
     */
    @Parameter(property = "gatekeeper.field.NAME")
    private @Nullable String field;

    @Inject
    DraftMojo(BuildCache once) {
        super(once);
    }

    @Override
    List<ParameterValue> parameters() {
        List<ParameterValue> parameters = join(
                super.parameters(),
                given(ParameterName.ID, id),
                given(ParameterName.WHAT_CHANGED, whatChanged),
                given(ParameterName.WHY_CHANGED, whyChanged),
                given(ParameterName.RISK_LEVEL, riskLevel));
        parameters.addAll(entries(ParameterName.INVARIANTS_CHECKED, invariantsChecked));
        parameters.addAll(entries(ParameterName.TESTS, tests));
        parameters.addAll(entries(ParameterName.FIELD, field));
        return parameters;
    }

    @Override
    Ending run(Parameters parameters, MavenRun maven) {
        Map<String, String> texts = new LinkedHashMap<>();
        parameters.text(ParameterName.WHAT_CHANGED).ifPresent(text -> texts.put(ContractKeys.WHAT_CHANGED, text));
        parameters.text(ParameterName.WHY_CHANGED).ifPresent(text -> texts.put(ContractKeys.WHY_CHANGED, text));
        Map<String, String> extraTexts = new LinkedHashMap<>(parameters.texts(ParameterName.FIELD));
        extraTexts.remove("");
        GivenFields given = new GivenFields(
                texts,
                extraTexts,
                parameters.text(ParameterName.RISK_LEVEL),
                List.copyOf(parameters.texts(ParameterName.INVARIANTS_CHECKED).values()),
                List.copyOf(parameters.texts(ParameterName.TESTS).values()));
        return new DraftRun(RequestFactory.ask(parameters, maven), parameters.text(ParameterName.ID), given, getLog())
                .run();
    }
}
