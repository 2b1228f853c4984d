package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.GitHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class ApproveMojoTest extends MojoFixture {

    @BeforeEach
    void proposeAChange() {
        try (GitHistory history = DemoShop.change(shop)) {
            history.write(DemoShop.RED, "// rotated\n")
                    .write(DemoShop.CONTRACT, DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER))
                    .commit("Rotate tokens");
        }
    }

    @Test
    @InjectMojo(goal = "approve")
    void writesTheStatementThatItShows(ApproveMojo mojo) throws Exception {
        Files.createDirectories(statement().getParent());
        Files.writeString(statement(), "an old one, and longer than the new one".repeat(100));
        run(mojo);
        assertThat(Files.readString(statement()))
                .startsWith(
                        "gatekeeper-approval/1\nrepository: acme/shop\ntarget: refs/heads/main\ncontract: change sha256:")
                .endsWith(" M " + DemoShop.RED + "\n");
        assertThat(log.lines())
                .contains("[INFO] The statement, in target/gatekeeper/change.statement:")
                .containsAll(Files.readAllLines(statement()).stream()
                        .map(line -> "[INFO]     " + line)
                        .toList());
    }

    @Test
    @InjectMojo(goal = "approve")
    void anUnknownContractIsAnError(ApproveMojo mojo) {
        commandLine.setProperty("gatekeeper.contract", "other");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Gatekeeper cannot decide: gatekeeper.contract is 'other', and this change has no contract of"
                                + " that id that can be read; it has change [parameter-conflict]; remedy: name the one to approve: -Dgatekeeper.contract=change")
                .hasNoCause();
        assertThat(statement()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "approve")
    void aFileThatIsNoSignatureFails(ApproveMojo mojo) throws IOException {
        Path file = Files.writeString(shop.resolve("jane.sig"), "Approved.\n");
        commandLine.setProperty("gatekeeper.check", "jane.sig");
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("Gatekeeper: " + file + " does not approve the contract 'change'")
                .hasNoCause();
        assertThat(statement()).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "approve")
    void aFileThatIsNotThereIsLookedForWhereTheStatementIsWritten(ApproveMojo mojo) throws IOException {
        Files.createDirectories(statement().getParent());
        Path file = Files.writeString(statement().resolveSibling("jane.sig"), "Approved.\n");
        commandLine.setProperty("gatekeeper.check", "jane.sig");
        assertThatThrownBy(() -> run(mojo))
                .hasMessage("Gatekeeper: " + file + " does not approve the contract 'change'");
    }

    @Test
    @InjectMojo(goal = "approve")
    @MojoParameter(name = "contract", value = "change")
    void thePomDoesNotChooseTheContract(ApproveMojo mojo) {
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "Gatekeeper cannot decide: <contract> is 'change' in the POM or the settings,"
                                + " where gatekeeper.contract must not be given [parameter-misplaced]; remedy: take <contract> out of the POM, and"
                                + " gatekeeper.contract out of properties and settings; it is for one run, on its command line.");
    }

    @Test
    @InjectMojo(goal = "approve")
    void aFolderThatCannotBeWrittenIsAnError(ApproveMojo mojo) throws IOException {
        Files.createFile(shop.resolve("target"));
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith(
                        "Gatekeeper cannot decide: " + statement() + ": the statement to sign cannot be written: ");
        assertThat(log.lines()).noneMatch(line -> line.contains("ssh-keygen"));
    }

    @Test
    @InjectMojo(goal = "approve")
    void aLinkOfTheChangeWhereTheStatementGoesIsNotFollowed(ApproveMojo mojo, @TempDir Path elsewhere)
            throws IOException {
        Files.createSymbolicLink(shop.resolve("target"), elsewhere);
        assertThatThrownBy(() -> run(mojo))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("it is a file or a symbolic link where a folder is needed");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(log.lines()).noneMatch(line -> line.contains("ssh-keygen"));
    }

    private Path statement() {
        return shop.resolve("target/gatekeeper/change.statement");
    }
}
