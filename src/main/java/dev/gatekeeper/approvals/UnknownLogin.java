package dev.gatekeeper.approvals;

/**
 * A login that may be an approver's, for all that the policies say.
 *
 * @param login what CI calls somebody who opened the change, and no policy gives anybody
 * @param approver what an approver is called whom the policies give no login
 */
public record UnknownLogin(String login, String approver) {}
