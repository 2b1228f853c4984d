package dev.gatekeeper.change;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatekeeper.text.Digests;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Gatekeeper's own files lie in a user's repository. */
public final class Layout {

    public static final RawPath FOLDER = RawPath.of(".gatekeeper");
    public static final RawPath POLICY = RawPath.of(".gatekeeper/policy.yaml");
    public static final RawPath POLICY_TEST = RawPath.of(".gatekeeper/policy-test.yaml");
    public static final RawPath CONTRACTS = RawPath.of(".gatekeeper/contracts");
    public static final RawPath APPROVALS = RawPath.of(".gatekeeper/approvals");

    private static final RawPath SCHEMAS = RawPath.of(".gatekeeper/schema");
    /** The ledger of archived contracts. */
    public static final RawPath LEDGER = RawPath.of(".gatekeeper/landed");

    /** Git's file of further names and emails, which belongs to the repository's people and not to Gatekeeper. */
    public static final RawPath MAILMAP = RawPath.of(".mailmap");

    /** What a contract's id, and the name of an approval, may look like. */
    public static final String ID = "[a-z0-9][a-z0-9._-]{0,99}";

    private static final Pattern CONTRACT = Pattern.compile("\\.gatekeeper/contracts/(" + ID + ")\\.yaml");
    private static final Pattern APPROVAL =
            Pattern.compile("\\.gatekeeper/approvals/(?<id>" + ID + ")/" + ID + "\\.sig");

    private static final Pattern OF_LEDGER =
            Pattern.compile("(\\.gatekeeper/landed/[0-9a-f]{2})(?:/.*)?", Pattern.DOTALL);

    private Layout() {}

    /** The id of the contract that lies at {@code path}, where one may lie there. */
    public static Optional<String> contractId(RawPath path) {
        return firstGroup(CONTRACT.matcher(path.bytes()));
    }

    /** Whether {@code text} can be a contract's id. */
    public static boolean isId(String text) {
        return text.matches(ID);
    }

    /** The id that is nearest to {@code name}, such as that of a branch; empty where nothing of it can stand in one. */
    public static Optional<String> idNearest(String name) {
        return Optional.of(NearNames.id(name, "")).filter(id -> !id.isEmpty());
    }

    /** Where the copy of the JSON schema lies that editors hold a file of {@code kind} against, such as {@code contract}. */
    public static RawPath schema(String kind) {
        return RawPath.of(SCHEMAS.bytes() + "/" + kind + ".schema.json");
    }

    /** Where the contract with {@code id} lies. */
    public static RawPath contract(String id) {
        return RawPath.of(CONTRACTS.bytes() + "/" + id + ".yaml");
    }

    /** The id of the contract that the approval at {@code path} is for, where one may lie there. */
    public static Optional<String> approvedId(RawPath path) {
        return firstGroup(APPROVAL.matcher(path.bytes()));
    }

    /** Where the approval {@code name} of the contract with {@code id} lies. */
    static RawPath approval(String id, String name) {
        return RawPath.of(APPROVALS.bytes() + "/" + id + "/" + name + ".sig");
    }

    /** The file of the ledger that holds {@code id}, if any does: it is named by the first two digits of the id's SHA-256. */
    public static RawPath ledgerFile(String id) {
        return RawPath.of(
                LEDGER.bytes() + "/" + Digests.sha256(id.getBytes(US_ASCII)).substring(0, 2));
    }

    /** The file of the ledger that lies at {@code path}, or in the place of which there is a folder that holds it. */
    public static Optional<RawPath> ofLedger(RawPath path) {
        Optional<String> file = firstGroup(OF_LEDGER.matcher(path.bytes()));
        return file.isPresent() ? Optional.of(new RawPath(file.get())) : Optional.empty();
    }

    /** Whether {@code path} is one of a contract or of an approval, well named or not. */
    public static boolean isContractOrApproval(RawPath path) {
        return path.isBelow(CONTRACTS) || path.isBelow(APPROVALS);
    }

    /** Whether {@code name}, folded, begins as the policy's does: nobody means a contract by it. */
    public static boolean isCalledPolicy(String name) {
        return name.startsWith("policy") || name.startsWith("policies");
    }

    private static Optional<String> firstGroup(Matcher matcher) {
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
