package dev.gatekeeper.policy;

import dev.gatekeeper.change.InputFile;
import dev.gatekeeper.change.Strictness;
import dev.gatekeeper.text.CannotDecideException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The policies that one run reads, each file once: an audit judges thousands of changes by the few policies that a branch has had. */
public final class PolicyFiles {

    private final Optional<InputFile> orgPolicy;
    private final Strictness strictness;
    private final Map<String, PolicyReading> ofTargets = new HashMap<>();
    private Optional<Policy> organisation = Optional.empty();
    private Optional<Policy> builtIn = Optional.empty();

    /**
     * @param orgPolicy the organisation's policy, where one is given
     * @param strictness how those of targets are read; the organisation's is one of today
     */
    public PolicyFiles(Optional<InputFile> orgPolicy, Strictness strictness) {
        this.orgPolicy = orgPolicy;
        this.strictness = strictness;
    }

    /**
     * The organisation's policy, where one is given.
     *
     * @throws CannotDecideException when the file can't be read or is invalid
     */
    public Optional<Policy> organisation() {
        if (organisation.isEmpty() && orgPolicy.isPresent()) {
            organisation = Optional.of(PolicySource.organisation(orgPolicy.get()));
        }
        return organisation;
    }

    Policy builtIn() {
        if (builtIn.isEmpty()) {
            builtIn = Optional.of(DefaultPolicy.get());
        }
        return builtIn.get();
    }

    /** What a target's policy comes to, {@code bytes} that git calls {@code blob}. */
    PolicyReading ofTarget(byte[] bytes, String blob) {
        PolicyReading reading = ofTargets.get(blob);
        if (reading == null) {
            reading = PolicyReader.read(bytes, Origin.TARGET, blob, organisation(), strictness);
            ofTargets.put(blob, reading);
        }
        return reading;
    }
}
