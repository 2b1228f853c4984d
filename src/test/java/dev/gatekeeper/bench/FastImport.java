package dev.gatekeeper.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A history in the making, by git's own import: it takes seconds where a commit at a time takes minutes. */
final class FastImport implements AutoCloseable {

    private final Process process;
    private final OutputStream out;

    private FastImport(Process process) {
        this.process = process;
        this.out = new BufferedOutputStream(process.getOutputStream(), 1 << 20);
    }

    static FastImport into(Path repository) throws IOException {
        return new FastImport(new ProcessBuilder("git", "fast-import", "--quiet")
                .directory(repository.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** A commit on top of {@code branch}; its files follow. */
    FastImport commit(String branch) throws IOException {
        line("commit refs/heads/" + branch);
        line("committer Ada Author <ada@acme.example> 1767225600 +0000");
        data("Bench\n");
        return this;
    }

    /** The parent of a new branch's first commit. */
    FastImport from(String branch) throws IOException {
        line("from refs/heads/" + branch);
        return this;
    }

    /** A further parent; what it brings has to be given as files. */
    FastImport merge(String branch) throws IOException {
        line("merge refs/heads/" + branch);
        return this;
    }

    FastImport file(String path, String text) throws IOException {
        line("M 100644 inline " + path);
        data(text);
        return this;
    }

    private void data(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        line("data " + bytes.length);
        out.write(bytes);
        line("");
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("git fast-import failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
