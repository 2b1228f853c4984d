package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatekeeper.testing.MemorySnapshot;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a change may do to contracts, approvals and the ledger, held against the rule written down a second time: as sentences about texts,
 * over thousands of random states of merge base, target and head.
 */
class LedgerModelTest {

    /** The first three have one file. */
    private static final List<String> IDS = List.of("old", "old-414", "old-666", "young");

    private static final int CHANGES = 4000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsGreenAndWhatIsAltered(long seed) {
        Random random = new Random(seed);
        int archived = 0;
        int altered = 0;
        for (int number = 0; number < CHANGES; number++) {
            Map<String, String> base = state(random);
            Map<String, String> target = random.nextInt(3) == 0 ? edited(base, random, false) : new TreeMap<>(base);
            Map<String, String> head = edited(base, random, true);
            if (random.nextInt(3) == 0) {
                archive(head, random);
            }
            Model model = new Model(base, target, head);
            OwnFiles found = OwnFiles.of(change(base, target, head), trees(base, target, head));
            String shown = "seed " + seed + ", change " + number + "\n" + base + "\n" + target + "\n" + head;
            assertThat(paths(found.archived())).as(shown).isEqualTo(model.archived());
            assertThat(paths(found.alteredLedger().stream()
                            .map(AlteredLedger::changed)
                            .toList()))
                    .as(shown)
                    .isEqualTo(model.alteredLedger());
            assertThat(paths(found.alteredContracts())).as(shown).isEqualTo(model.altered("contracts/"));
            assertThat(paths(found.alteredApprovals())).as(shown).isEqualTo(model.altered("approvals/"));
            assertThat(paths(found.spent())).as(shown).isEqualTo(model.spent());
            archived += found.archived().size();
            altered += found.alteredLedger().size();
        }
        assertThat(archived).isGreaterThan(CHANGES / 4);
        assertThat(altered).isGreaterThan(CHANGES / 20);
    }

    /** The rule, of texts by path. */
    private record Model(Map<String, String> base, Map<String, String> target, Map<String, String> head) {

        Set<String> archived() {
            Set<String> archived = new TreeSet<>();
            for (String path : changed()) {
                boolean green = path.contains("/landed/")
                        ? differsByArchivedLinesAlone(path)
                        : path.contains("/contracts/") ? isArchived(id(path)) : isApprovalOfArchived(path);
                if (green) {
                    archived.add(path);
                }
            }
            return archived;
        }

        /** A contract that both hold alike is gone, and its line is in the ledger. */
        boolean isArchived(String id) {
            String path = contract(id);
            return base.containsKey(path)
                    && base.getOrDefault(path, "").equals(target.get(path))
                    && !head.containsKey(path)
                    && (lines(head, file(id)).contains(line(id, base.getOrDefault(path, "")))
                            || lines(target, file(id)).contains(line(id, base.getOrDefault(path, ""))));
        }

        boolean isApprovalOfArchived(String path) {
            String id = id(path);
            return base.containsKey(path)
                    && base.getOrDefault(path, "").equals(target.get(path))
                    && !head.containsKey(path)
                    && (isArchived(id) || lines(target, file(id)).stream().anyMatch(line -> line.startsWith(id + " ")));
        }

        boolean differsByArchivedLinesAlone(String path) {
            List<String> before = lines(base, path);
            List<String> more = new ArrayList<>(lines(head, path));
            more.removeAll(before);
            return isReadable(path)
                    && lines(head, path).containsAll(before)
                    && !more.isEmpty()
                    && more.stream().allMatch(line -> lines(target, path).contains(line) || isOfArchived(line));
        }

        boolean isOfArchived(String line) {
            String id = line.substring(0, line.indexOf(' '));
            return isArchived(id) && line.equals(line(id, base.getOrDefault(contract(id), "")));
        }

        Set<String> alteredLedger() {
            Set<String> altered = new TreeSet<>();
            for (String path : changed()) {
                if (path.contains("/landed/")
                        && (!isReadable(path) || !lines(head, path).containsAll(lines(base, path)))) {
                    altered.add(path);
                }
            }
            return altered;
        }

        /** Contracts or approvals of the merge base that are otherwise now, and not archived. */
        Set<String> altered(String folder) {
            Set<String> altered = changed();
            altered.removeIf(path -> !path.contains(folder) || !base.containsKey(path));
            altered.removeAll(archived());
            return altered;
        }

        Set<String> spent() {
            Set<String> spent = changed();
            spent.removeIf(path -> !path.contains("/contracts/")
                    || base.containsKey(path)
                    || target.containsKey(path)
                    || lines(target, file(id(path))).stream().noneMatch(line -> line.startsWith(id(path) + " ")));
            return spent;
        }

        boolean isReadable(String path) {
            String text = head.getOrDefault(path, "");
            return text.equals(String.join("\n", new TreeSet<>(lines(head, path))) + (text.isEmpty() ? "" : "\n"))
                    && lines(head, path).stream()
                            .allMatch(line -> line.matches("[a-z0-9-]+ sha256:[0-9a-f]{64}")
                                    && file(line.substring(0, line.indexOf(' ')))
                                            .equals(path));
        }

        /** What differs, and hasn't landed. */
        Set<String> changed() {
            Set<String> changed = new TreeSet<>(base.keySet());
            changed.addAll(head.keySet());
            changed.removeIf(path ->
                    Objects.equals(base.get(path), head.get(path)) || Objects.equals(target.get(path), head.get(path)));
            return changed;
        }
    }

    /** Contracts, approvals and a ledger at random, as archive would have left them or not. */
    private static Map<String, String> state(Random random) {
        Map<String, String> state = new TreeMap<>();
        Map<String, TreeSet<String>> ledger = new TreeMap<>();
        for (String id : IDS) {
            if (random.nextInt(3) > 0) {
                state.put(contract(id), text(random));
            }
            if (random.nextInt(2) == 0) {
                state.put(approval(id), "signature\n");
            }
            if (random.nextInt(3) == 0) {
                ledger.computeIfAbsent(file(id), any -> new TreeSet<>()).add(line(id, text(random)));
            }
        }
        ledger.forEach((path, lines) -> state.put(path, String.join("\n", lines) + "\n"));
        return state;
    }

    /** Some edits of anybody's; the target's keep the ledger one. */
    private static Map<String, String> edited(Map<String, String> from, Random random, boolean anyhow) {
        Map<String, String> state = new TreeMap<>(from);
        for (int edits = random.nextInt(4); edits >= 0; edits--) {
            String id = IDS.get(random.nextInt(IDS.size()));
            switch (random.nextInt(anyhow ? 9 : 5)) {
                case 0 -> state.remove(contract(id));
                case 1 -> state.remove(approval(id));
                case 2 -> state.put(contract(id), text(random));
                case 3 -> state.put(approval(id), "signature\n");
                case 4 -> add(state, line(id, text(random)));
                case 5 -> state.computeIfPresent(file(id), (path, text) -> text + text);
                case 6 -> state.remove(file(id));
                case 7 -> state.computeIfPresent(file(id), (path, text) -> text.substring(text.indexOf('\n') + 1));
                default -> state.computeIfPresent(file(id), (path, text) -> text.replace("0", "1"));
            }
        }
        state.values().removeIf(String::isEmpty);
        return state;
    }

    private static void archive(Map<String, String> state, Random random) {
        for (String id : IDS) {
            String contract = state.get(contract(id));
            if (contract != null && random.nextInt(2) == 0) {
                state.remove(contract(id));
                state.remove(approval(id));
                add(state, line(id, contract));
            }
        }
    }

    private static void add(Map<String, String> state, String line) {
        String path = file(line.substring(0, line.indexOf(' ')));
        TreeSet<String> lines = new TreeSet<>(lines(state, path));
        lines.add(line);
        state.put(path, String.join("\n", lines) + "\n");
    }

    private static List<String> lines(Map<String, String> state, String path) {
        return state.getOrDefault(path, "").lines().toList();
    }

    private static String text(Random random) {
        return random.nextInt(4) == 0 ? "another contract\n" : "a contract\n";
    }

    private static String contract(String id) {
        return ".gatekeeper/contracts/" + id + ".yaml";
    }

    private static String approval(String id) {
        return ".gatekeeper/approvals/" + id + "/jane.sig";
    }

    private static String file(String id) {
        return ".gatekeeper/landed/" + sha256(id).substring(0, 2);
    }

    private static String line(String id, String contract) {
        return id + " sha256:" + sha256(contract);
    }

    private static String id(String path) {
        String[] parts = path.split("/", -1);
        return parts[2].replace(".yaml", "");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Trees trees(Map<String, String> base, Map<String, String> target, Map<String, String> head) {
        return new Trees(snapshot(base), snapshot(target), snapshot(head));
    }

    private static MemorySnapshot snapshot(Map<String, String> state) {
        MemorySnapshot snapshot = new MemorySnapshot();
        state.forEach(snapshot::with);
        return snapshot;
    }

    private static Change change(Map<String, String> base, Map<String, String> target, Map<String, String> head) {
        Trees trees = trees(base, target, head);
        Set<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(head.keySet());
        List<ChangedPath> changed = new ArrayList<>();
        for (RawPath path : paths.stream().map(RawPath::of).toList()) {
            Entry before = trees.base().entry(path);
            Entry after = trees.head().entry(path);
            if (!before.equals(after)) {
                changed.add(new ChangedPath(path, before, after, trees.target().entry(path)));
            }
        }
        return new Change("3".repeat(40), changed, Map.of());
    }

    private static Set<String> paths(Iterable<ChangedPath> changed) {
        Set<String> paths = new TreeSet<>();
        changed.forEach(one -> paths.add(one.path().display()));
        return paths;
    }
}
