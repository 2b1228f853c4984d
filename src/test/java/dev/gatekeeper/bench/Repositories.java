package dev.gatekeeper.bench;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.testing.DemoShop;
import dev.gatekeeper.testing.MavenProcess;
import dev.gatekeeper.testing.NativeGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The generated repositories; each is made once, the same on every machine, and kept as long as its folder stands. */
record Repositories(Path folder) {

    /** Changed paths, beside the contract. */
    static final List<Integer> CHANGED = List.of(1, 10_000, 100_000);

    /** Commits of the target that the change lacks. */
    static final List<Integer> BEHIND = List.of(10, 20_000);

    /** Rules of the target's policy. */
    static final List<Integer> RULES = List.of(10, 100, 500);

    /** What fills a repository. */
    interface Filling {
        void fill(FastImport to) throws IOException;
    }

    /** The repository called {@code name}, packed as a clone is, without a work tree. */
    Path made(String name, Filling filling) throws IOException {
        Path made = folder.resolve(name);
        if (Files.exists(made)) {
            return made;
        }
        Path making = folder.resolve(name + ".making");
        if (Files.exists(making)) {
            MavenProcess.delete(making);
        }
        NativeGit git = new NativeGit(Files.createDirectories(making));
        git.git("init", "--quiet", "--initial-branch=main", ".");
        try (FastImport to = FastImport.into(making)) {
            filling.fill(to);
        }
        git.git("repack", "-a", "-d", "--quiet");
        git.git("pack-refs", "--all");
        return Files.move(making, made);
    }

    /** A change to {@code changed} of {@code files} files, in a repository where all such changes lie. */
    BenchChange big(int files, int rules, int changed, int behind) throws IOException {
        Path repository = made("files-" + files, to -> fill(to, files));
        return BenchChange.of(repository, target(rules, behind), "refs/heads/" + head(rules, changed));
    }

    private static String target(int rules, int behind) {
        return "target-" + rules + "-" + behind;
    }

    private static String head(int rules, int changed) {
        return "change-" + rules + "-" + changed;
    }

    private static void fill(FastImport to, int files) throws IOException {
        open(to.commit("main"));
        for (int file = 0; file < files; file++) {
            to.file(path(file), "class F" + file + " {}\n");
        }
        for (int rules : RULES) {
            String base = "base-" + rules;
            to.commit(base).from("main").file(Layout.POLICY.display(), policy(rules));
            for (int changed : CHANGED) {
                to.commit(head(rules, changed)).from(base);
                to.file(Layout.contract("mine").display(), DemoShop.contract("YELLOW"));
                // Spread over all folders, as a wide change is.
                for (int at = 0; at < changed; at++) {
                    to.file(path((int) ((long) at * files / changed)), "class F" + at + " { int changed; }\n");
                }
            }
            advance(to, files, base, rules);
        }
    }

    private static void advance(FastImport to, int files, String base, int rules) throws IOException {
        for (int behind : BEHIND) {
            String target = target(rules, behind);
            to.commit(target).from(base).file("CHANGES", "1\n");
            for (int commit = 2; commit <= behind; commit++) {
                to.commit(target).file(path((int) (commit * 7919L % files)), "class F {} // " + commit + "\n");
            }
        }
    }

    /**
     * A branch that {@code merges} merges of the target have kept up to date, at the end of a history of {@code commits}; its RED change is
     * answered for, so that the gate has to find out who has written what.
     */
    BenchChange merges(int commits, int merges) throws IOException {
        Path repository = made("merges-" + commits + "-" + merges, to -> {
            open(to.commit("main")).file(Layout.POLICY.display(), DemoShop.POLICY);
            for (int file = 0; file < 2_000; file++) {
                to.file(path(file), "class F" + file + " {}\n");
            }
            for (int commit = 1; commit < commits; commit++) {
                to.commit("main").file(path(commit % 2_000), "class F {} // " + commit + "\n");
            }
            to.commit("change").from("main").file(DemoShop.RED, "class Token {}\n");
            to.file(
                    Layout.contract("mine").display(),
                    DemoShop.contract("RED") + DemoShop.escalation(DemoShop.APPROVER));
            for (int merge = 0; merge < merges; merge++) {
                String landed = path(merge * 7 % 2_000);
                String text = "class F {} // landed " + merge + "\n";
                to.commit("main").file(landed, text);
                to.commit("change").merge("main").file(landed, text);
                if (merge % 14 == 0) {
                    to.commit("change").file(DemoShop.RED, "class Token {} // " + merge + "\n");
                }
            }
        });
        return BenchChange.of(repository, "main", "refs/heads/change");
    }

    /** Adds what every repository has. */
    static FastImport open(FastImport to) throws IOException {
        for (String page : List.of("AI.md", "INVARIANTS.md", "CHANGE_POLICY.md")) {
            to.file(page, "Read me.\n");
        }
        return to;
    }

    static String path(int file) {
        return "module" + file % 40 + "/src/main/java/com/acme/part" + file / 40 % 50 + "/File" + file + ".java";
    }

    /** Rules of every common shape; no RED one matches, so that each path is held against all of them. */
    private static String policy(int rules) {
        List<String> lines = new ArrayList<>(List.of("version: 1", "rules:"));
        for (int rule = 0; rule < rules; rule++) {
            int module = rule % 40;
            int part = rule * 7 % 50;
            lines.add("- id: rule-" + rule);
            lines.add("  level: " + List.of("RED", "YELLOW", "GREEN").get(rule % 3));
            lines.add("  paths: "
                    + switch (rule % 3) {
                        case 0 -> "[\"/module" + module + "/**/vault" + rule + "/\", \"*.secret" + rule + "\"]";
                        case 1 -> "[\"/module" + module + "/**/part" + part + "/\", \"**/File" + rule + "?.java\"]";
                        default ->
                            "[\"/module" + module + "/src/main/java/com/acme/part" + part + "/File" + rule + "*\"]";
                    });
        }
        return String.join("\n", lines) + "\n";
    }
}
