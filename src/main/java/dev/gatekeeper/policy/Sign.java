package dev.gatekeeper.policy;

/**
 * What a name, an address or a login says about whose it is.
 *
 * @param kind which of these it is
 * @param normal the form in which equal ones are the same, see {@link Names}
 */
record Sign(String kind, String normal) {}
