/** From what is missing to files for people to fill in. */
@NullMarked
package dev.gatekeeper.draft;

import org.jspecify.annotations.NullMarked;
