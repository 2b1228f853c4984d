package dev.gatekeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTest {

    /** Whoever looks into the repository finds the change, and no deletion of everything. */
    @Test
    void leavesAWorkTreeThatOneCanLookAt(@TempDir Path shop) {
        assumeTrue(NativeGit.isThere());
        NativeGit git = new NativeGit(shop);
        try (GitHistory history = DemoShop.change(shop)) {
            Demonstration.understate(history);
            assertThat(git.git("status", "--porcelain")).isEmpty();
            assertThat(shop.resolve(DemoShop.CONTRACT)).content().contains("riskLevel: GREEN");
            Demonstration.escalate(history);
        }
        assertThat(git.git("status", "--porcelain")).isEmpty();
        assertThat(shop.resolve(DemoShop.CONTRACT)).content().contains("riskLevel: RED", DemoShop.APPROVER);
        assertThat(Files.exists(shop.resolve(DemoShop.RED))).isTrue();
    }
}
