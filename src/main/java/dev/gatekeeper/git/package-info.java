/** From a repository to a change. The only package that knows JGit. */
@NullMarked
package dev.gatekeeper.git;

import org.jspecify.annotations.NullMarked;
