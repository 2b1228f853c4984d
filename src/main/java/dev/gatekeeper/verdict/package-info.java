/** The pure judge: findings, and the verdict computed from them. */
@NullMarked
package dev.gatekeeper.verdict;

import org.jspecify.annotations.NullMarked;
