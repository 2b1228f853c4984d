package dev.gatekeeper.approvals;

import java.util.stream.Stream;

/** Where the statements come from that a stale signature is held against; asked only where there is one. */
public interface NearStatements {

    /** The most statements that one signature is held against: each may name every RED path of a large change. */
    int MOST = 100;

    /** The most signatures that are held against any; an author can add thousands. */
    int MOST_SIGNATURES = 3;

    /** For whoever only asks what counts. */
    NearStatements NONE = statement -> Stream.empty();

    /** What may have been signed in place of {@code statement}, the cheapest to find out first; {@link #MOST} of them at most. */
    Stream<NearStatement> to(Statement statement);
}
