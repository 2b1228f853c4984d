package dev.gatekeeper.draft;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.disk.DiskFailure;
import dev.gatekeeper.disk.Occupied;
import dev.gatekeeper.disk.SmallFile;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.UndecidedCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that a repository adopts Gatekeeper with.
 *
 * @param workTree the root of the work tree
 * @param pipeline the one that is written with it
 * @param files those to be written
 * @param left what lies in their places already, as it is called there
 * @param unaware files that instruct agents and don't lead them to AI.md
 */
public record Adoption(
        Path workTree, Pipeline pipeline, List<Draft.NewFile> files, List<String> left, List<String> unaware) {

    private static final String AGENTS = "AGENTS.md";
    private static final String IMPORT = "@" + AGENTS;

    /** What agents read without being told to; AI.md is not among it. */
    private static final List<String> INSTRUCTIONS = List.of(
            AGENTS,
            "AGENTS.override.md",
            "CLAUDE.md",
            "GEMINI.md",
            ".github/copilot-instructions.md",
            ".cursorrules",
            ".windsurfrules",
            ".clinerules");

    public Adoption {
        files = List.copyOf(files);
        left = List.copyOf(left);
        unaware = List.copyOf(unaware);
    }

    /**
     * Looks at what is there, and says what is to be written.
     *
     * @param workTree its root, a real path
     * @param pipeline the one that is written with it
     * @param plugin the one that the pipeline judges by
     * @throws CannotDecideException when it can't be looked at
     */
    public static Adoption of(Path workTree, Pipeline pipeline, PluginFiles plugin) {
        try {
            List<Draft.NewFile> files = new ArrayList<>();
            List<String> left = new ArrayList<>();
            Map<String, String> texts = texts();
            texts.putAll(pipeline.texts(plugin));
            for (Map.Entry<String, String> file : texts.entrySet()) {
                Optional<Path> there = Occupied.at(workTree, Path.of(file.getKey()));
                if (there.isPresent()) {
                    left.add(there.get().toString());
                } else {
                    String bytes = new String(file.getValue().getBytes(UTF_8), ISO_8859_1);
                    files.add(new Draft.NewFile(RawPath.of(file.getKey()), bytes, false));
                }
            }
            return new Adoption(
                    workTree, pipeline, files, left.stream().distinct().toList(), unaware(workTree));
        } catch (IOException e) {
            throw new CannotDecideException(
                    UndecidedCode.OUTPUT_UNWRITABLE,
                    "no file is written: " + DiskFailure.reason(e),
                    "Mend that, and run it again: what is there already stays.",
                    e);
        }
    }

    /** Whether it writes a pipeline that can't tell yet which plugin is the right one. */
    public boolean lacksDigests() {
        return files.stream().anyMatch(file -> PluginFiles.isLeftOpen(file.content()));
    }

    /** The two lines that lead an agent to AI.md. */
    public static List<String> pointer() {
        return Templates.text(AGENTS).lines().toList();
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String page : List.of("AI.md", "INVARIANTS.md", "CHANGE_POLICY.md")) {
            texts.put(page, Templates.text(page));
        }
        texts.put(Layout.POLICY.text(), Templates.policy());
        texts.put(Layout.CONTRACTS.text() + "/README.md", Templates.text("contracts-README.md"));
        for (String kind : List.of("contract", "policy", "policy-test")) {
            String file = Layout.schema(kind).text();
            texts.put(file, Templates.text(file.substring(Layout.FOLDER.text().length() + 1)));
        }
        texts.put(AGENTS, Templates.text(AGENTS));
        return texts;
    }

    private static List<String> unaware(Path workTree) {
        return INSTRUCTIONS.stream()
                .filter(name -> {
                    String text = SmallFile.text(workTree.resolve(name));
                    return !text.isEmpty() && !text.contains("AI.md") && !text.contains(IMPORT);
                })
                .toList();
    }
}
