/** The mojos, thin. The only package that knows Maven. */
@NullMarked
package dev.gatekeeper.maven;

import org.jspecify.annotations.NullMarked;
