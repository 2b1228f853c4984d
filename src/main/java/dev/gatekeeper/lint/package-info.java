/** What is odd about a policy, whether it does what its tests say, and what it moves between levels. Alone knows automata. */
@NullMarked
package dev.gatekeeper.lint;

import org.jspecify.annotations.NullMarked;
