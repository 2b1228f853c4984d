package dev.gatekeeper.draft;

import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.text.Digests;
import dev.gatekeeper.text.UndecidedCode;
import dev.gatekeeper.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs the gate where changes are let in. Each is a folder of {@code pipelines}, laid out as the root of a repository. */
public enum Pipeline {
    GITHUB,
    GITLAB,
    JENKINS,
    HOOK,
    NONE;

    /** What each of them calls. */
    private static final String SCRIPT = ".gatekeeper/pipeline/gatekeeper.sh";

    /**
     * The one that is called {@code word}; none where there is no word.
     *
     * @throws CannotDecideException when none is called so
     */
    public static Pipeline of(Optional<String> word) {
        List<String> words = Stream.of(values()).map(Pipeline::word).toList();
        if (word.isPresent() && !words.contains(word.get())) {
            throw new CannotDecideException(
                    UndecidedCode.PARAMETER_INVALID,
                    "gatekeeper.ci is '" + word.get() + "'",
                    "Give " + Words.either(words) + ", or leave it out.");
        }
        return word.isPresent() ? values()[words.indexOf(word.get())] : NONE;
    }

    /** Its files with their places in a repository, in which {@code plugin} is the one that judges. */
    Map<String, String> texts(PluginFiles plugin) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (this != NONE) {
            String script = Templates.text("pipelines/gatekeeper.sh");
            for (String file : files()) {
                String text = Templates.text("pipelines/" + word() + "/" + file);
                texts.put(file, plugin.fillIn(text.replace("@scriptSha256@", sha256(script))));
            }
            texts.put(SCRIPT, script);
        }
        return texts;
    }

    private List<String> files() {
        return switch (this) {
            case GITHUB ->
                List.of(
                        ".github/workflows/gatekeeper.yml",
                        ".github/workflows/gatekeeper-verify.yml",
                        ".github/workflows/gatekeeper-review.yml",
                        ".github/workflows/gatekeeper-rerun.yml",
                        ".gatekeeper/pipeline/github-people.sh");
            case GITLAB -> List.of(".gatekeeper/pipeline/gitlab-policy.yml", ".gatekeeper/pipeline/gitlab-ci.yml");
            case JENKINS -> List.of(".gatekeeper/pipeline/Jenkinsfile");
            case HOOK -> List.of(".gatekeeper/pipeline/pre-receive");
            case NONE -> List.of();
        };
    }

    private static String sha256(String text) {
        return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As the command line says it. */
    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
