/** Statement and SSH signature: what the approver proved. */
@NullMarked
package dev.gatekeeper.approval;

import org.jspecify.annotations.NullMarked;
