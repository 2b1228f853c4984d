package dev.gatekeeper.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassOriginTest {

    @Test
    void eachClassCountsOnceAndForItsLibrary(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("classes.log");
        Files.writeString(log, """
                [0.008s][info][class,load] java.lang.Object source: shared objects file
                [0.100s][info][class,load] dev.gatekeeper.Gatekeeper source: file:/plugin.jar
                [0.101s][info][class,load] dev.gatekeeper.Gatekeeper$$Lambda$7/0x00007f0001 source: dev.gatekeeper.Gatekeeper
                [0.102s][info][class,load] org.eclipse.jgit.lib.ObjectId source: file:/plugin.jar
                [0.103s][info][class,load] org.yaml.snakeyaml.LoaderOptions source: file:/plugin.jar
                [0.104s][info][class,load] opened: a remark
                """);
        assertThat(ClassOrigin.count(log))
                .containsEntry(ClassOrigin.OWN, 1)
                .containsEntry(ClassOrigin.JGIT, 1)
                .containsEntry(ClassOrigin.SNAKEYAML, 1)
                .containsEntry(ClassOrigin.GSON, 0)
                .containsEntry(ClassOrigin.HIDDEN, 1)
                .containsEntry(ClassOrigin.OTHERS, 1);
    }
}
