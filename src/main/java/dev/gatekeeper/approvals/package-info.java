/**
 * Who answers for the RED of a change, read top to bottom.
 *
 * <ol>
 *   <li>{@link dev.gatekeeper.approvals.ApprovalRequirement}: what each RED rule that the change touches asks for, part by part.
 *   <li>{@link dev.gatekeeper.approvals.GivenApproval}: what was given, named in an escalation or signed. A signature is one of a
 *       {@link dev.gatekeeper.approvals.Statement} that the gate rebuilds itself ({@link dev.gatekeeper.approvals.Signatures}).
 *   <li>{@link dev.gatekeeper.approvals.Identity}: who a name, an email or a key belongs to, and what they wrote
 *       ({@link dev.gatekeeper.approvals.Authorship}).
 *   <li>{@link dev.gatekeeper.approvals.ApprovalRequirement#judge}: each approval is counted for a part, or dismissed for a reason.
 *   <li>{@link dev.gatekeeper.approvals.RequirementResult}: what came of it. {@link dev.gatekeeper.approvals.Approvals} holds them all,
 *       and whatever anybody wants to know is read from there.
 * </ol>
 */
@NullMarked
package dev.gatekeeper.approvals;

import org.jspecify.annotations.NullMarked;
