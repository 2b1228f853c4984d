/** Files of the disk that a run writes: as a whole or not at all, and where no change can lead them elsewhere. */
@NullMarked
package dev.gatekeeper.disk;

import org.jspecify.annotations.NullMarked;
