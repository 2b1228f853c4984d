package dev.gatekeeper.contract;

import dev.gatekeeper.yaml.Mark;
import java.util.Optional;

/** The part of a contract that names the human who answers for RED. */
public record Escalation(Mark mark, Optional<FieldValue> approver, Optional<FieldValue> evidence, Decision decision) {}
