package dev.gatekeeper.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the effective POM says of one execution of the goal. Maven injects the default for an empty element, as if the element weren't
 * there; only here the two differ.
 *
 * @param elements the elements of the plugin's and of the execution's configuration
 */
record PomConfiguration(List<Xpp3Dom> elements) {

    PomConfiguration {
        elements = List.copyOf(elements);
    }

    static PomConfiguration of(MavenProject project, MojoExecution execution) {
        List<Plugin> plugins = new ArrayList<>(project.getBuildPlugins());
        PluginManagement management = project.getPluginManagement();
        if (management != null) {
            plugins.addAll(management.getPlugins());
        }
        List<Xpp3Dom> elements = new ArrayList<>();
        for (Plugin plugin : plugins) {
            if (plugin.getKey().equals(execution.getPlugin().getKey())) {
                add(plugin.getConfiguration(), elements);
                PluginExecution own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
                add(own == null ? null : own.getConfiguration(), elements);
            }
        }
        return new PomConfiguration(elements);
    }

    private static void add(@Nullable Object configuration, List<Xpp3Dom> elements) {
        if (configuration instanceof Xpp3Dom dom) {
            elements.addAll(List.of(dom.getChildren()));
        }
    }

    /** The parameter with the empty value that the POM gives it, where it does. */
    ParameterValue complete(ParameterValue given) {
        for (Xpp3Dom element : elements) {
            boolean empty = element.getValue() == null || element.getValue().isBlank();
            if (empty
                    && given.injected().isEmpty()
                    && given.entry().isEmpty()
                    && element.getName().equals(given.name().element())) {
                return new ParameterValue(given.name(), given.commandLine(), Optional.of(""), false);
            }
        }
        return given;
    }
}
