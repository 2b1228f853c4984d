package dev.gatekeeper.contract;

import dev.gatekeeper.yaml.Mark;
import java.util.Optional;

/** One entry of {@code tests}: what was run and what came of it. */
public record TestRun(Mark mark, Optional<FieldValue> command, Optional<FieldValue> result) {}
