/** The recipes of {@code pipelines/}, and the script that they call. */
@NullMarked
package dev.gatekeeper.pipelines;

import org.jspecify.annotations.NullMarked;
