package dev.gatekeeper.report;

/** Something that a reader of a verdict must know beside its findings. */
record Note(Severity severity, Phrase phrase) {}
