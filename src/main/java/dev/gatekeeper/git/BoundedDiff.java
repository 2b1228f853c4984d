package dev.gatekeeper.git;

import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HashedSequencePair;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.MyersDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * git's ways of comparing two texts, which give up when they have compared too many lines.
 *
 * <p>How long they take depends on the texts: where these have all lines in common but for a few, it is next to nothing. Texts that
 * have none in common take Myers' algorithm (and histogram, which goes on with it where a line occurs often) as many steps as there are
 * pairs of lines. Lines of one hash, which anybody can make, have to be compared byte by byte.
 */
final class BoundedDiff {

    private BoundedDiff() {}

    /** How much may be compared, in pairs of lines: for one file, so that one alone doesn't take it all, and for all together. */
    static final class Budget {

        private final long ofOne;
        private final long ofAll;
        private long spentOnOne;
        private long spentOnAll;

        Budget(long ofOne, long ofAll) {
            this.ofOne = ofOne;
            this.ofAll = ofAll;
        }

        /** Goes on to another file; whether anything is left for it. */
        boolean next() {
            spentOnOne = 0;
            return spentOnAll <= ofAll;
        }

        private void spend(long pairs) {
            spentOnOne += pairs;
            spentOnAll += pairs;
            if (spentOnOne > ofOne || spentOnAll > ofAll) {
                throw new SpentException();
            }
        }
    }

    /** There is nothing left of a budget. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1;

        SpentException() {
            super("too many lines to compare", null, false, false);
        }
    }

    static DiffAlgorithm histogram(Budget budget) {
        HistogramDiff histogram = new HistogramDiff();
        histogram.setFallbackAlgorithm(myers(budget));
        return histogram;
    }

    static DiffAlgorithm myers(Budget budget) {
        return new Myers(budget);
    }

    static RawTextComparator lines(Budget budget) {
        return new Lines(budget);
    }

    private static final class Myers extends DiffAlgorithm {

        private final Budget budget;

        Myers(Budget budget) {
            this.budget = budget;
        }

        @Override
        public <S extends Sequence> EditList diffNonCommon(SequenceComparator<? super S> cmp, S a, S b) {
            HashedSequencePair<S> hashed = new HashedSequencePair<>(cmp, a, b);
            return MyersDiff.INSTANCE.diffNonCommon(
                    new Counting<>(hashed.getComparator(), budget), hashed.getA(), hashed.getB());
        }
    }

    /** Counts each pair, which JGit's own comparison by hashes does not let be seen. */
    private static final class Counting<S extends Sequence> extends SequenceComparator<S> {

        private final SequenceComparator<S> of;
        private final Budget budget;

        Counting(SequenceComparator<S> of, Budget budget) {
            this.of = of;
            this.budget = budget;
        }

        @Override
        public boolean equals(S a, int ai, S b, int bi) {
            budget.spend(1);
            return of.equals(a, ai, b, bi);
        }

        /** The same of all, so that each pair comes to be compared here. */
        @Override
        public int hash(S seq, int ptr) {
            return 0;
        }
    }

    /** Counts the lines that have one hash, and more for long ones. */
    private static final class Lines extends RawTextComparator {

        private static final int BYTES_A_PAIR = 32;

        private final Budget budget;

        Lines(Budget budget) {
            this.budget = budget;
        }

        @Override
        public boolean equals(RawText a, int ai, RawText b, int bi) {
            budget.spend(1 + a.getRawContent().length / BYTES_A_PAIR / Math.max(1, a.size()));
            return DEFAULT.equals(a, ai, b, bi);
        }

        @Override
        protected int hashRegion(byte[] raw, int ptr, int end) {
            int hash = 5381;
            for (int i = ptr; i < end; i++) {
                hash = 33 * hash + (raw[i] & 0xff);
            }
            return hash;
        }
    }
}
