package dev.gatekeeper.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Runs in rounds: each round takes every run once, in an order of its own, so that what is compared was measured at nearly the same time.
 *
 * @param count how many, beside a first one that fills the disk's cache and doesn't count
 * @param patience how many seconds a run waits for the machine to be idle before it starts all the same
 */
record Rounds(int count, int patience) {

    private static final double IDLE = 0.15;

    /** Something to do. */
    interface Action {
        void run() throws IOException, InterruptedException;
    }

    /** Something that gives a figure, mostly the milliseconds that it took. */
    interface Measured {
        double measure() throws IOException, InterruptedException;
    }

    static double milliseconds(Action action) throws IOException, InterruptedException {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The figure of each run, one a round, and beside it the processors' time. */
    Samples measure(Map<String, Measured> runs) throws IOException, InterruptedException {
        Random random = new Random(1);
        List<Map.Entry<String, Measured>> order = new ArrayList<>(runs.entrySet());
        Map<String, List<Double>> figures = new TreeMap<>();
        Map<String, List<Double>> processors = new TreeMap<>();
        for (int round = 0; round <= count; round++) {
            Collections.shuffle(order, random);
            for (Map.Entry<String, Measured> run : order) {
                awaitIdle();
                double before = ProcessorsTime.ofChildren();
                double figure = run.getValue().measure();
                if (round > 0) {
                    add(figures, run.getKey(), figure);
                    add(processors, run.getKey(), ProcessorsTime.ofChildren() - before);
                }
            }
        }
        return new Samples(figures, processors);
    }

    private static void add(Map<String, List<Double>> to, String name, double value) {
        to.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private void awaitIdle() throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long end = System.nanoTime() + patience * 1_000_000_000L;
        do {
            system.getCpuLoad();
            Thread.sleep(150);
        } while (system.getCpuLoad() > IDLE && System.nanoTime() < end);
    }
}
