package dev.gatekeeper;

import dev.gatekeeper.audit.AuditedChange;
import dev.gatekeeper.verdict.Judgement;

/** Takes what an audit finds, change by change: all of it at once may be more than fits. */
public interface AuditProgress {

    /**
     * A change has been judged, the oldest first.
     *
     * @param outcome what verify would have come to
     * @param done how many have been judged
     * @param of how many there are
     */
    void judged(AuditedChange change, Outcome<Judgement> outcome, int done, int of);
}
