package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PomConfigurationTest {

    private final Build build = new Build();
    private final Plugin plugin = plugin("gatekeeper-maven-plugin");

    @Test
    void anEmptyElementOfThePluginIsAnEmptyValue() {
        plugin.setConfiguration(configuration("target", null));
        build.addPlugin(plugin);
        assertThat(injected(ParameterName.TARGET)).contains("");
        assertThat(injected(ParameterName.HEAD)).isEmpty();
    }

    @Test
    void soIsOneOfBlanks() {
        plugin.setConfiguration(configuration("target", " \n "));
        build.addPlugin(plugin);
        assertThat(injected(ParameterName.TARGET)).contains("");
    }

    @Test
    void soIsOneOfTheExecution() {
        plugin.addExecution(execution("gate"));
        build.addPlugin(plugin);
        assertThat(injected(ParameterName.TARGET)).contains("");
    }

    /** A direct call takes its configuration from there where the build itself doesn't name the plugin. */
    @Test
    void soIsOneOfThePluginManagement() {
        PluginManagement management = new PluginManagement();
        plugin.setConfiguration(configuration("target", null));
        management.addPlugin(plugin);
        build.setPluginManagement(management);
        assertThat(injected(ParameterName.TARGET)).contains("");
    }

    @Test
    void whatIsSaidOfOthersIsNoValue() {
        Plugin other = plugin("other-maven-plugin");
        other.setConfiguration(configuration("target", null));
        plugin.addExecution(execution("another"));
        build.addPlugin(other);
        build.addPlugin(plugin);
        assertThat(injected(ParameterName.TARGET)).isEmpty();
    }

    @Test
    void aValueThatMavenInjectsStays() {
        plugin.setConfiguration(configuration("target", null));
        build.addPlugin(plugin);
        ParameterValue given = new ParameterValue(ParameterName.TARGET, Optional.empty(), Optional.of("main"), false);
        assertThat(pom().complete(given)).isEqualTo(given);
    }

    private Optional<String> injected(ParameterName name) {
        return pom().complete(new ParameterValue(name, Optional.empty(), Optional.empty(), false))
                .injected();
    }

    private PomConfiguration pom() {
        Model model = new Model();
        model.setBuild(build);
        MojoExecution execution = new MojoExecution(plugin, "verify", "gate");
        return PomConfiguration.of(new MavenProject(model), execution);
    }

    private static Plugin plugin(String artifact) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("dev.gatekeeper");
        plugin.setArtifactId(artifact);
        return plugin;
    }

    private static PluginExecution execution(String id) {
        PluginExecution execution = new PluginExecution();
        execution.setId(id);
        execution.setConfiguration(configuration("target", null));
        return execution;
    }

    private static Xpp3Dom configuration(String name, @Nullable String value) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(element);
        return configuration;
    }
}
