/** From a verdict to lines, JSON and Markdown. */
@NullMarked
package dev.gatekeeper.report;

import org.jspecify.annotations.NullMarked;
