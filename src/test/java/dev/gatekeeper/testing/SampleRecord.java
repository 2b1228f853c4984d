package dev.gatekeeper.testing;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Instant;

/** A verdict record as {@code verify} writes it, of a change as a test wants it; at first one that has PASSED and is GREEN. */
public final class SampleRecord {

    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private final JsonObject json = new JsonObject();

    private SampleRecord(String repository, String change, Instant at) {
        json.addProperty("format", "gatekeeper-verdict/1");
        json.addProperty("verdict", "PASSED");
        json.add("plugin", object("version", "1.0.0"));
        json.addProperty("change", change);
        json.addProperty("repository", repository);
        json.addProperty("simulation", false);
        json.addProperty("decidedAt", at.toString());
        json.add("target", object("ref", "refs/remotes/origin/main"));
        json.getAsJsonObject("target").addProperty("commit", "9c1f".repeat(10));
        json.addProperty("targetName", "main");
        json.addProperty("head", "27ab".repeat(10));
        json.addProperty("headTree", "55d0".repeat(10));
        json.addProperty("mergeBase", "e4b7".repeat(10));
        json.add("policy", object("source", "target"));
        json.getAsJsonObject("policy").addProperty("blob", "0d3e".repeat(10));
        json.add("orgPolicy", JsonNull.INSTANCE);
        json.addProperty("trust", "isolated");
        json.addProperty("enforced", true);
        json.add("level", object("declared", "GREEN"));
        json.getAsJsonObject("level").addProperty("computed", "GREEN");
        json.add("paths", object("GREEN", 2));
        json.add("redPaths", new JsonArray());
        json.add("contracts", array(".gatekeeper/contracts/rotate-tokens.yaml"));
        json.add("contractDigests", object(".gatekeeper/contracts/rotate-tokens.yaml", "sha256:" + "7c".repeat(32)));
        json.add("authors", array("Al Author <al@acme.example>"));
        json.add("escalation", object("required", false));
        json.getAsJsonObject("escalation").add("approvals", new JsonArray());
        json.addProperty("incompleteContract", false);
        json.add("waitsFor", JsonNull.INSTANCE);
        json.add("findings", new JsonArray());
    }

    public static SampleRecord of(String repository, String change, Instant at) {
        return new SampleRecord(repository, change, at);
    }

    /** One whose verdict is no verdict: UNDECIDED or SKIPPED. */
    public SampleRecord without(String verdict) {
        json.addProperty("verdict", verdict);
        json.addProperty("enforced", verdict.equals("UNDECIDED"));
        json.add("incompleteContract", JsonNull.INSTANCE);
        json.getAsJsonObject("escalation").add("required", JsonNull.INSTANCE);
        return this;
    }

    /** Of a RED change, so that a human has to answer. */
    public SampleRecord red() {
        json.getAsJsonObject("level").addProperty("computed", "RED");
        json.getAsJsonObject("paths").addProperty("RED", 1);
        JsonObject path = object("path", "src/main/java/shop/auth/Token.java");
        path.addProperty("status", "MODIFIED");
        path.addProperty("rule", "auth");
        path.addProperty("pattern", "**/auth/**");
        path.addProperty("because", "Auth or permissions logic");
        json.getAsJsonArray("redPaths").add(path);
        json.getAsJsonObject("escalation").addProperty("required", true);
        return this;
    }

    public SampleRecord approved(String approver) {
        JsonObject approval = object("approver", approver);
        approval.addProperty("proof", "signed");
        approval.addProperty("evidence", "key SHA256:" + "x".repeat(43));
        json.getAsJsonObject("escalation").getAsJsonArray("approvals").add(approval);
        return this;
    }

    /** BLOCKED by a finding more, which {@code mendedBy} mends. */
    public SampleRecord blocked(String code, String mendedBy, String problem) {
        json.addProperty("verdict", "BLOCKED");
        JsonObject finding = object("code", code);
        finding.addProperty("mendedBy", mendedBy);
        finding.addProperty("file", ".gatekeeper/contracts/rotate-tokens.yaml");
        finding.addProperty("line", 3);
        finding.addProperty("column", 12);
        finding.addProperty("problem", problem);
        finding.addProperty("remedy", "Fill it in.");
        json.getAsJsonArray("findings").add(finding);
        return this;
    }

    /** BLOCKED because the author has left something out. */
    public SampleRecord incomplete() {
        json.addProperty("incompleteContract", true);
        return blocked("field-missing", "author", "whyChanged is blank");
    }

    /** BLOCKED until a human has answered. */
    public SampleRecord waiting() {
        return red().blocked("escalation-missing", "approver", "there is no escalation, and the change is RED");
    }

    public SampleRecord with(String key, Object value) {
        json.add(key, GSON.toJsonTree(value));
        return this;
    }

    public SampleRecord withNull(String key) {
        json.add(key, JsonNull.INSTANCE);
        return this;
    }

    public SampleRecord withoutKey(String key) {
        json.remove(key);
        return this;
    }

    /** On one line, without a line break. */
    public String json() {
        return GSON.toJson(json);
    }

    private static JsonObject object(String key, Object value) {
        JsonObject object = new JsonObject();
        object.add(key, GSON.toJsonTree(value));
        return object;
    }

    private static JsonElement array(String value) {
        JsonArray array = new JsonArray();
        array.add(value);
        return array;
    }
}
