/** Helpers that tests share, from unit tests to the scripts of integration tests. */
@NullMarked
package dev.gatekeeper.testing;

import org.jspecify.annotations.NullMarked;
