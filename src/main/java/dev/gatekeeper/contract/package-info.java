/** The contract and its escalation: what the author answers for. */
@NullMarked
package dev.gatekeeper.contract;

import org.jspecify.annotations.NullMarked;
