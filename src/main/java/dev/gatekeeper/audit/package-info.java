/**
 * What entered a branch, step by step, and who answered for it: {@code Steps} groups commits, {@code AuditedChange} says what one step came
 * to, {@code Audit} what all did. Values and pure functions; what a step holds is judged where every change is.
 */
@NullMarked
package dev.gatekeeper.audit;

import org.jspecify.annotations.NullMarked;
