package dev.gatekeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatekeeper.change.ChangeSource;
import dev.gatekeeper.change.ChangedPath;
import dev.gatekeeper.change.DiffStat;
import dev.gatekeeper.change.Layout;
import dev.gatekeeper.change.RawPath;
import dev.gatekeeper.change.Snapshot;
import dev.gatekeeper.text.CannotDecideException;
import dev.gatekeeper.verdict.Case;
import dev.gatekeeper.verdict.SigningTask;
import dev.gatekeeper.yaml.StrictYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an approver has to know.
 *
 * @param task what there is to approve
 * @param contract the contract as it stands, its whole text
 * @param stats how much each RED entry of its statement alters
 * @param continued where what is taken out of RED paths goes on
 * @param inCheckout whether the run looks at a checkout of the change, in which what it brings could act
 */
public record PreparedApproval(
        SigningTask task,
        String contract,
        Map<RawPath, DiffStat> stats,
        List<ContinuedContent> continued,
        boolean inCheckout) {

    public PreparedApproval {
        stats = Map.copyOf(stats);
        continued = List.copyOf(continued);
    }

    /** Collects it from {@code source}, while it is open. */
    static PreparedApproval of(Request request, ChangeSource source, Case judged, SigningTask task) {
        Map<RawPath, DiffStat> stats = new LinkedHashMap<>();
        for (ChangedPath changed : task.statement().red()) {
            stats.put(changed.path(), source.stat(changed));
        }
        return new PreparedApproval(
                task,
                text(source, judged, task),
                stats,
                ContinuedContent.of(source, judged.change(), task.statement().red()),
                isCheckedOut(request, source, judged));
    }

    private static String text(ChangeSource source, Case judged, SigningTask task) {
        RawPath path = Layout.contract(task.contract().id());
        Snapshot head = source.headSnapshot(judged.revisions());
        return head.content(head.entry(path), StrictYaml.MAX_BYTES)
                .bytes()
                .map(bytes -> new String(bytes, UTF_8))
                .orElseThrow();
    }

    /** Whether the work tree that is looked at, and that Maven runs in, has a commit of the change checked out. */
    private static boolean isCheckedOut(Request request, ChangeSource source, Case judged) {
        if (request.run().trust().isolated()) {
            return false;
        }
        try {
            String here = source.resolve(request.target(), request.targetName(), "HEAD")
                    .head();
            return here.equals(judged.revisions().head())
                    || judged.commits().stream().anyMatch(commit -> commit.id().equals(here));
        } catch (CannotDecideException e) {
            return false;
        }
    }
}
