package dev.gatekeeper.maven;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * What the effective POM says of one execution of the goal. Maven injects the default for an empty element, as if the element weren't
 * there; only here the two differ.
 *
 * @param elements the elements of the plugin's and of the execution's configuration
 */
record PomConfiguration(List<Xpp3Dom> elements) {

    static PomConfiguration of(MavenProject project, MojoExecution execution) {
        String key = execution.getPlugin().getKey();
        return new PomConfiguration(Stream.concat(
                        project.getBuildPlugins().stream(),
                        Optional.ofNullable(project.getPluginManagement()).map(PluginManagement::getPlugins).stream()
                                .flatMap(List::stream))
                .filter(plugin -> plugin.getKey().equals(key))
                .flatMap(plugin -> containers(plugin, execution.getExecutionId()))
                .map(ConfigurationContainer::getConfiguration)
                .flatMap(configuration ->
                        configuration instanceof Xpp3Dom dom ? Stream.of(dom.getChildren()) : Stream.empty())
                .toList());
    }

    private static Stream<ConfigurationContainer> containers(Plugin plugin, String execution) {
        return Stream.concat(
                Stream.of(plugin),
                Optional.ofNullable(plugin.getExecutionsAsMap().get(execution)).stream());
    }

    /** The parameter with the empty value that the POM gives it, where it does. */
    Given complete(Given given) {
        boolean empty = given.injected().isEmpty()
                && elements.stream()
                        .filter(element -> element.getName().equals(given.name().element()))
                        .anyMatch(element ->
                                element.getValue() == null || element.getValue().isBlank());
        return empty ? new Given(given.name(), given.commandLine(), Optional.of("")) : given;
    }
}
