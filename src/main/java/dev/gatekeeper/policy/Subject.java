package dev.gatekeeper.policy;

import dev.gatekeeper.change.ChangedPath;
import java.util.BitSet;

/**
 * A changed path as rules see it.
 *
 * @param changed the path
 * @param place the forms of its path
 * @param above the slots, by number, that match a folder above it and spread to it
 * @param standsForFolder whether it is, or was, a link or a submodule, or a file that replaces a folder
 */
record Subject(ChangedPath changed, Place place, BitSet above, boolean standsForFolder) {}
