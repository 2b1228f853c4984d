package dev.gatekeeper.git;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * A comparison whose edits are as far down as they go, as git's are: of {@code a a b} that becomes {@code a a b a c b}, either
 * {@code b a c} before the last line or {@code a c b} after it is new, and it is taken for the latter.
 *
 * <p>JGit moves each edit by itself, and two that touch then keep each other from going further. A merge that has an edit of the other
 * side just below would come out without a conflict, where git has one.
 */
final class JoinedEdits extends DiffAlgorithm {

    private final DiffAlgorithm algorithm;

    JoinedEdits(DiffAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    public <S extends Sequence> EditList diff(SequenceComparator<? super S> comparator, S before, S after) {
        EditList edits = algorithm.diff(comparator, before, after);
        Deque<Edit> joined = new ArrayDeque<>();
        for (int i = edits.size() - 1; i >= 0; i--) {
            Edit edit = movedDown(edits.get(i), limit(joined, before, after), comparator, before, after);
            while (!joined.isEmpty() && touches(edit, joined.peek())) {
                Edit next = joined.pop();
                Edit both = new Edit(edit.getBeginA(), next.getEndA(), edit.getBeginB(), next.getEndB());
                edit = movedDown(both, limit(joined, before, after), comparator, before, after);
            }
            joined.push(edit);
        }
        EditList result = new EditList();
        result.addAll(joined);
        return result;
    }

    private static boolean touches(Edit edit, Edit next) {
        return edit.getEndA() == next.getBeginA() && edit.getEndB() == next.getBeginB();
    }

    /** The next edit, or one of nothing at the end. */
    private static Edit limit(Deque<Edit> below, Sequence before, Sequence after) {
        return below.isEmpty() ? new Edit(before.size(), after.size()) : below.element();
    }

    private static <S extends Sequence> Edit movedDown(
            Edit edit, Edit limit, SequenceComparator<? super S> comparator, S before, S after) {
        int by = 0;
        while (edit.getEndA() + by < limit.getBeginA()
                && edit.getEndB() + by < limit.getBeginB()
                && canMove(edit, by, comparator, before, after)) {
            by++;
        }
        return new Edit(edit.getBeginA() + by, edit.getEndA() + by, edit.getBeginB() + by, edit.getEndB() + by);
    }

    /** Whether the line that it leaves above is the same as the one that it takes in below. */
    private static <S extends Sequence> boolean canMove(
            Edit edit, int by, SequenceComparator<? super S> comparator, S before, S after) {
        return switch (edit.getType()) {
            case INSERT -> comparator.equals(after, edit.getBeginB() + by, after, edit.getEndB() + by);
            case DELETE -> comparator.equals(before, edit.getBeginA() + by, before, edit.getEndA() + by);
            case REPLACE, EMPTY -> false;
        };
    }

    @Override
    public <S extends Sequence> EditList diffNonCommon(SequenceComparator<? super S> comparator, S before, S after) {
        return algorithm.diffNonCommon(comparator, before, after);
    }
}
