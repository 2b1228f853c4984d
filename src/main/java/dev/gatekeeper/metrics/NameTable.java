package dev.gatekeeper.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The changes that records name, each with a number from 0 on: a hash table whose names lie one behind the other in one array, since a
 * million of them as objects would take a hundred bytes each.
 */
final class NameTable {

    private static final long PRIME = (1L << 61) - 1;

    /** Unknown to whoever chooses the names, so that none are chosen to meet in one slot; nothing that comes out depends on it. */
    private final long base = new SplittableRandom().nextLong(1L << 32, PRIME);

    private byte[] names = new byte[1 << 12];

    /** Where each name begins, and behind the last where it ends. */
    private int[] starts = new int[1 << 8];

    /** The number of a name plus one, or 0 where there is none. */
    private int[] slots = new int[1 << 9];

    private int size;

    int size() {
        return size;
    }

    /** The number of {@code change} in the repository of that number; it gets one where it has none yet. */
    int number(int repository, String change) {
        byte[] name = name(repository, change);
        int slot = slot(name);
        if (slots[slot] == 0) {
            add(name);
            slots[slot] = size;
            if (size * 2 > slots.length) {
                grow();
            }
            return size - 1;
        }
        return slots[slot] - 1;
    }

    /** The number of the repository of a name. */
    int repository(int number) {
        int repository = 0;
        for (int at = starts[number]; at < starts[number] + Integer.BYTES; at++) {
            repository = (repository << Byte.SIZE) | (names[at] & 0xFF);
        }
        return repository;
    }

    String change(int number) {
        int start = starts[number] + Integer.BYTES;
        return new String(names, start, starts[number + 1] - start, UTF_8);
    }

    private static byte[] name(int repository, String change) {
        byte[] text = change.getBytes(UTF_8);
        byte[] name = new byte[Integer.BYTES + text.length];
        for (int at = 0; at < Integer.BYTES; at++) {
            name[at] = (byte) (repository >>> (Byte.SIZE * (Integer.BYTES - 1 - at)));
        }
        System.arraycopy(text, 0, name, Integer.BYTES, text.length);
        return name;
    }

    private void add(byte[] name) {
        int end = starts[size] + name.length;
        if (end > names.length) {
            names = Arrays.copyOf(names, Math.max(end, names.length + (names.length >> 1)));
        }
        System.arraycopy(name, 0, names, starts[size], name.length);
        size++;
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size + (size >> 1));
        }
        starts[size] = end;
    }

    /** Where {@code name} stands, or would. */
    private int slot(byte[] name) {
        int slot = first(hash(name, 0, name.length));
        while (slots[slot] != 0 && !is(slots[slot] - 1, name)) {
            slot = (slot + 1) % slots.length;
        }
        return slot;
    }

    private boolean is(int number, byte[] name) {
        return Arrays.equals(names, starts[number], starts[number + 1], name, 0, name.length);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int slot = first(hash(names, starts[number], starts[number + 1]));
            while (slots[slot] != 0) {
                slot = (slot + 1) % slots.length;
            }
            slots[slot] = number + 1;
        }
    }

    private int first(long hash) {
        return (int) (hash % slots.length);
    }

    /** A polynomial of the name's bytes at {@link #base}, modulo a prime: two names meet with a chance of their length in 2^61. */
    private long hash(byte[] bytes, int start, int end) {
        long hash = Integer.toUnsignedLong(end - start);
        for (int at = start; at < end; at++) {
            long high = Math.multiplyHigh(hash, base);
            long low = hash * base;
            hash = (low & PRIME) + ((low >>> 61) | (high << 3)) + (bytes[at] & 0xFF);
            hash = hash >= PRIME ? hash - PRIME : hash;
        }
        return hash;
    }
}
