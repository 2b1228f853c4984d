package dev.gatekeeper.maven;

import java.lang.management.ManagementFactory;
import java.util.List;

/** What this JVM was started with: {@code MAVEN_OPTS}, and the lines of {@code .mvn/jvm.config}. */
final class JvmArguments {

    private JvmArguments() {}

    /** Whether they give {@code property} this {@code value}. Costs a build tens of milliseconds, so only what is odd is looked up. */
    static boolean define(String property, String value) {
        return define(ManagementFactory.getRuntimeMXBean().getInputArguments(), property, value);
    }

    /** Of several the last counts. */
    static boolean define(List<String> arguments, String property, String value) {
        String start = "-D" + property + "=";
        boolean found = false;
        for (String argument : arguments) {
            if (argument.startsWith(start)) {
                found = argument.equals(start + value);
            }
        }
        return found;
    }
}
