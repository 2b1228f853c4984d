/** The door of the engine: {@link dev.gatekeeper.Gatekeeper} composes the stages from a repository to a verdict. */
@NullMarked
package dev.gatekeeper;

import org.jspecify.annotations.NullMarked;
