package dev.gatekeeper.git;

import dev.gatekeeper.change.Change;
import dev.gatekeeper.change.Commit;
import dev.gatekeeper.testing.GitHistory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a bare repository of its own, on the unborn branch {@code main}, in which it makes a history. */
abstract class GitFixture {

    /** The place for what a test puts beside the repository. */
    @TempDir
    Path temp;

    /** The repository. */
    Path folder;

    GitHistory history;

    @BeforeEach
    void createRepository() {
        folder = temp.resolve("repository");
        history = GitHistory.initBare(folder);
    }

    @AfterEach
    void closeHistory() {
        history.close();
    }

    /** The repository as messages name it. */
    Path real() {
        return Location.find(folder).gitFolder();
    }

    /** What the branch {@code feature} changes against {@code main}. */
    Change change() {
        return Histories.change(folder, "main", "feature");
    }

    List<Commit> commits() {
        return Histories.commits(folder, "main", "feature");
    }
}
