package dev.gatekeeper.metrics;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipException;

/**
 * A folder of verdict records: {@code .json} files of one record and {@code .ndjson} or {@code .jsonl} files of one a line, packed by gzip
 * or not, at any depth. Other files are passed over, and symbolic links are not followed.
 *
 * <p>This thread walks the folder and cuts what it finds into batches, others parse them, and this one adds up what comes of them, in the
 * order it has cut them. No more than a few batches are held at a time.
 */
public final class RecordFolder {

    /** Is told how far reading has come. */
    public interface Progress {

        /**
         * Takes how much was read so far.
         *
         * @param records how many were read, damaged ones included
         * @param bytes how many they took, unpacked
         */
        void read(long records, long bytes);
    }

    private static final int THREADS = 2;
    private static final int MOST_PENDING = 2 * THREADS;
    private static final int FILES_PER_BATCH = 64;
    private static final int BYTES_PER_BATCH = 1 << 20;

    private final Path folder;
    private final Progress progress;
    private final ExecutorService threads;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Deque<byte[]> buffers = new ArrayDeque<>();
    private final Tally tally = new Tally();
    private final Deque<Path> folders = new ArrayDeque<>();
    private List<Path> files = new ArrayList<>();
    private String linesOf = "";
    private long lines;
    private long bytes;

    /** A batch that is being read. */
    private record Pending(Batch batch, Future<Batch.Content> content) {}

    private RecordFolder(Path folder, Progress progress, ExecutorService threads) {
        this.folder = folder;
        this.progress = progress;
        this.threads = threads;
    }

    /**
     * Reads all records below {@code folder}.
     *
     * @throws CannotDecideException when there is no such folder
     */
    public static RecordSummary read(Path folder, Progress progress) {
        if (!Files.isDirectory(folder)) {
            throw new CannotDecideException(
                    UndecidedCode.FILE_UNREADABLE,
                    "gatekeeper.records is '" + folder + "', which is no folder",
                    "Name the folder that the verdict records lie in: -Dgatekeeper.records=FOLDER");
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "gatekeeper-records");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return new RecordFolder(folder.toRealPath(), progress, threads).read();
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.FILE_UNREADABLE,
                    "the records in '" + folder + "' cannot be read: " + DiskFailure.reason(e),
                    "Name a folder that can be read: -Dgatekeeper.records=FOLDER",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotDecideException(
                    UndecidedCode.UNEXPECTED, "reading the records was interrupted", "Start it again.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private RecordSummary read() throws InterruptedException {
        folders.add(folder);
        while (!folders.isEmpty()) {
            walk(folders.removeLast());
        }
        submitFiles();
        while (!pending.isEmpty()) {
            takeOldest();
        }
        return tally.summary();
    }

    private void walk(Path at) throws InterruptedException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
            for (Path entry : entries) {
                visit(entry);
            }
        } catch (IOException e) {
            damaged(at, reason(e));
        } catch (DirectoryIteratorException e) {
            damaged(at, reason(Objects.requireNonNull(e.getCause())));
        }
    }

    private void visit(Path entry) throws InterruptedException {
        boolean named = isOne(entry) || isOneALine(entry);
        if (Files.isDirectory(entry, NOFOLLOW_LINKS)) {
            folders.add(entry);
        } else if (!Files.isRegularFile(entry, NOFOLLOW_LINKS)) {
            if (named || Files.isDirectory(entry)) {
                damaged(entry, "it is a symbolic link, which isn't followed, or no regular file");
            }
        } else if (isOne(entry)) {
            files.add(entry);
            if (files.size() == FILES_PER_BATCH) {
                submitFiles();
            }
        } else if (isOneALine(entry)) {
            readLines(entry);
        }
    }

    private void submitFiles() throws InterruptedException {
        if (!files.isEmpty()) {
            submit(new Batch.FilesOfOne(folder, files));
            files = new ArrayList<>();
        }
    }

    /** Cuts a file behind line breaks; what can't be read of it is one line that is damaged. */
    private void readLines(Path file) throws InterruptedException {
        String name = name(folder, file);
        byte[] buffer = buffer();
        int size = 0;
        try (InputStream in = Batch.open(file)) {
            for (int count = 0; count >= 0; count = in.read(buffer, size, buffer.length - size)) {
                size += count;
                if (size < buffer.length) {
                    continue;
                }
                int end = lastLineEnd(buffer, size);
                if (end > 0) {
                    byte[] next = buffer();
                    next = next.length < size - end ? new byte[buffer.length] : next;
                    System.arraycopy(buffer, end, next, 0, size - end);
                    submit(new Batch.Lines(name, buffer, end, false));
                    buffer = next;
                    size -= end;
                } else if (size <= RecordParser.MAX_BYTES) {
                    buffer = Arrays.copyOf(buffer, Math.min(2 * size, RecordParser.MAX_BYTES + 1));
                } else {
                    submit(new Batch.Lines(name, buffer, size, true));
                    buffer = buffer();
                    size = 0;
                    size = skipLine(in, buffer);
                }
            }
            submit(new Batch.Lines(name, buffer, size, false));
        } catch (IOException e) {
            submit(new Batch.Lines(name, buffer, lastLineEnd(buffer, size), false));
            damaged(file, reason(e));
        }
    }

    /** Reads to the end of a line, and what comes with it of the following ones into {@code buffer}; how much that is. */
    private static int skipLine(InputStream in, byte[] buffer) throws IOException {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            for (int at = 0; at < count; at++) {
                if (buffer[at] == '\n') {
                    System.arraycopy(buffer, at + 1, buffer, 0, count - at - 1);
                    return count - at - 1;
                }
            }
        }
        return 0;
    }

    private static int lastLineEnd(byte[] buffer, int size) {
        int end = size;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private byte[] buffer() {
        byte[] free = buffers.poll();
        return free == null ? new byte[BYTES_PER_BATCH] : free;
    }

    private void submit(Batch batch) throws InterruptedException {
        pending.add(new Pending(batch, threads.submit(batch::read)));
        while (pending.size() > MOST_PENDING) {
            takeOldest();
        }
    }

    private void takeOldest() throws InterruptedException {
        Pending oldest = pending.remove();
        Batch.Content content = content(oldest.content());
        content.records().forEach(tally::add);
        long before = 0;
        if (oldest.batch() instanceof Batch.Lines batch) {
            before = batch.file().equals(linesOf) ? lines : 0;
            lines = before + content.lines();
            linesOf = batch.file();
            if (batch.bytes().length == BYTES_PER_BATCH) {
                buffers.add(batch.bytes());
            }
        }
        for (Damage one : content.damaged()) {
            tally.add(one.line() == 0 ? one : new Damage(one.file(), before + one.line(), one.reason()));
        }
        bytes += content.bytes();
        progress.read(tally.records(), bytes);
    }

    private static Batch.Content content(Future<Batch.Content> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void damaged(Path file, String reason) {
        tally.add(new Damage(name(folder, file), 0, reason));
    }

    /** The path below {@code folder}, with {@code /} between its parts. */
    static String name(Path folder, Path file) {
        String name =
                folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return name.isEmpty() ? "." : name;
    }

    static String reason(IOException e) {
        if (e instanceof FileSystemException failure) {
            return DiskFailure.why(failure);
        }
        return e instanceof ZipException || e instanceof EOFException
                ? "it is damaged, and can't be unpacked to its end"
                : "it can't be read";
    }

    static boolean isPacked(Path file) {
        return lower(file).endsWith(".gz");
    }

    private static boolean isOne(Path file) {
        return unpacked(file).endsWith(".json");
    }

    private static boolean isOneALine(Path file) {
        String name = unpacked(file);
        return name.endsWith(".ndjson") || name.endsWith(".jsonl");
    }

    private static String unpacked(Path file) {
        String name = lower(file);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    private static String lower(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
