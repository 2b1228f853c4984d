/** The policy, its rules and patterns, and the level that they give each changed path. */
@NullMarked
package dev.gatekeeper.policy;

import org.jspecify.annotations.NullMarked;
