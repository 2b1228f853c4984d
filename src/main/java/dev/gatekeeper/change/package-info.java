/** Plain values: what changed between the merge base and head. No library, no input or output. */
@NullMarked
package dev.gatekeeper.change;

import org.jspecify.annotations.NullMarked;
