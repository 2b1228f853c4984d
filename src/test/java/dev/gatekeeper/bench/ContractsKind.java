package dev.gatekeeper.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.text.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A repository whose target has some number of contracts, and the level that the contract of the change declares. */
enum ContractsKind {
    FEW_GREEN(10, 0, "GREEN"),
    TREE_GREEN(100_000, 0, "GREEN"),
    LEDGER_GREEN(10, 100_000, "GREEN"),
    FEW_YELLOW(10, 0, "YELLOW"),
    TREE_YELLOW(100_000, 0, "YELLOW"),
    LEDGER_YELLOW(10, 100_000, "YELLOW");

    private final int inTree;
    private final int inLedger;
    private final String level;

    ContractsKind(int inTree, int inLedger, String level) {
        this.inTree = inTree;
        this.inLedger = inLedger;
        this.level = level;
    }

    /** What it is compared with. */
    ContractsKind few() {
        return level.equals("GREEN") ? FEW_GREEN : FEW_YELLOW;
    }

    BenchChange made(Repositories repositories) throws IOException {
        Path made = repositories.made("contracts-" + name(), to -> {
            Repositories.open(to.commit("main"))
                    .file(DemoShop.GREEN, "Read me.\n")
                    .file(DemoShop.YELLOW, "Read me.\n")
                    .file(Layout.POLICY.display(), DemoShop.POLICY);
            for (int number = 0; number < inTree; number++) {
                to.file(Layout.contract("change-" + number).display(), contract(number));
            }
            for (Map.Entry<String, String> file : ledger(inLedger).entrySet()) {
                to.file(file.getKey(), file.getValue());
            }
            to.commit("change")
                    .from("main")
                    .file(level.equals("GREEN") ? DemoShop.GREEN : DemoShop.YELLOW, "Read me twice.\n")
                    .file(Layout.contract("mine").display(), DemoShop.contract(level));
        });
        return BenchChange.of(made, "main", "refs/heads/change");
    }

    private static String contract(int number) {
        return DemoShop.contract("YELLOW") + "# " + number + "\n";
    }

    private static Map<String, String> ledger(int contracts) {
        Map<String, SortedSet<String>> lines = new TreeMap<>();
        for (int number = 0; number < contracts; number++) {
            String id = "archived-change-" + number;
            lines.computeIfAbsent(Layout.ledgerFile(id).display(), any -> new TreeSet<>())
                    .add(id + " sha256:" + Digests.sha256(contract(number).getBytes(UTF_8)) + "\n");
        }
        Map<String, String> files = new TreeMap<>();
        lines.forEach((file, sorted) -> files.put(file, String.join("", sorted)));
        return files;
    }
}
