package dev.gatekeeper.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;

/** A core extension that tells how long a goal's {@code execute()} has taken, without what Maven does before and after it. */
@Named
@Singleton
public final class GoalClock implements MojoExecutionListener {

    /** Begins the line that tells it, and the processors' time after it, in milliseconds. */
    static final String LINE = "goal-clock ";

    private long start;
    private double processors;

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) {
        processors = ProcessorsTime.own();
        start = System.nanoTime();
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {
        double took = (System.nanoTime() - start) / 1e6;
        double taken = ProcessorsTime.own() - processors;
        // Maven 4 makes log lines of what System.err gets, and a quiet build prints none.
        try {
            new FileOutputStream(FileDescriptor.err)
                    .write((LINE + took + " " + taken + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}
