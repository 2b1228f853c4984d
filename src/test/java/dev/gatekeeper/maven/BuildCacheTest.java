package dev.gatekeeper.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatekeeper.Request;
import dev.gatekeeper.testing.Requests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BuildCacheTest {

    private final BuildCache once = new BuildCache();
    private final AtomicInteger runs = new AtomicInteger();

    @RepeatedTest(50)
    void modulesThatAskForTheSameAtOnceShareOneRun() throws Exception {
        int modules = 8;
        CountDownLatch all = new CountDownLatch(modules);
        ExecutorService threads = Executors.newFixedThreadPool(modules);
        List<Future<Ending>> outcomes = new ArrayList<>();
        for (int module = 0; module < modules; module++) {
            outcomes.add(threads.submit(() -> {
                all.countDown();
                all.await();
                return once.take(asked(Instant.EPOCH, "main"), this::run);
            }));
        }
        for (Future<Ending> outcome : outcomes) {
            assertThat(outcome.get()).isSameAs(outcomes.get(0).get());
        }
        threads.shutdown();
        assertThat(runs).hasValue(1);
    }

    @Test
    void anotherRequestIsAnotherRun() throws MojoExecutionException {
        once.take(asked(Instant.EPOCH, "main"), this::run);
        once.take(asked(Instant.EPOCH, "develop"), this::run);
        assertThat(runs).hasValue(2);
    }

    @Test
    void aLaterBuildInTheSameProcessJudgesAnew() throws MojoExecutionException {
        once.take(asked(Instant.EPOCH, "main"), this::run);
        once.take(asked(Instant.EPOCH.plusMillis(1), "main"), this::run);
        once.take(asked(Instant.EPOCH, "main"), this::run);
        assertThat(runs)
                .as("the first build is forgotten once the second begins")
                .hasValue(3);
    }

    @Test
    void whatNobodyForesawFailsEveryModule() {
        Callable<Ending> broken = () -> {
            throw new IllegalStateException("a\nb");
        };
        for (int module = 0; module < 2; module++) {
            assertThatThrownBy(() -> once.take(asked(Instant.EPOCH, "main"), broken))
                    .isInstanceOf(MojoExecutionException.class)
                    .hasNoCause()
                    .hasMessage("Gatekeeper cannot decide: an unexpected failure,"
                            + " java.lang.IllegalStateException: a\\nb");
        }
    }

    @Test
    void aModuleThatIsInterruptedWhileItWaitsFails() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<Ending> first = threads.submit(() -> once.take(asked(Instant.EPOCH, "main"), () -> {
            begun.countDown();
            end.await();
            return run();
        }));
        begun.await();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> once.take(asked(Instant.EPOCH, "main"), this::run))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("Gatekeeper cannot decide: the build was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
        assertThat(first.get().undecided()).contains("why");
        threads.shutdown();
        assertThat(runs).hasValue(1);
    }

    @Test
    void saysAThingOnceABuild() {
        List<String> log = new ArrayList<>();
        once.say(Instant.EPOCH, "one", log::add);
        once.say(Instant.EPOCH, "one", log::add);
        once.say(Instant.EPOCH, "two", log::add);
        once.say(Instant.EPOCH.plusMillis(1), "one", log::add);
        assertThat(log).containsExactly("one", "two", "one");
    }

    private Ending run() {
        runs.incrementAndGet();
        return new Ending(Optional.empty(), Optional.of("why"));
    }

    private static BuildCache.Key asked(Instant started, String target) {
        return new BuildCache.Key(
                new Invocation(started, request(target), List.of(), Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }

    private static Request request(String target) {
        return Requests.of(Path.of("/builds/shop")).target(target).request();
    }
}
