/** From bytes to strict nodes with places. The only package that knows SnakeYAML. */
@NullMarked
package dev.gatekeeper.yaml;

import org.jspecify.annotations.NullMarked;
