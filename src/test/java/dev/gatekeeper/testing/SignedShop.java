package dev.gatekeeper.testing;

import java.io.File;

/** The shop, asking for signatures, and a change of it that Jane Smith has signed with a key that nobody has any more. */
public final class SignedShop {

    /** The content of {@link DemoShop#RED} that is signed. */
    public static final String ROTATED = "// rotated\n";

    public static final String CONTRACT = DemoShop.contract("RED") + "escalation:\n  approver: Jane Smith\n";

    /** Where the signature lies. */
    public static final String FILE = ".gatekeeper/approvals/change/jane.sig";

    /**
     * Made by {@code ssh-keygen -Y sign -n gatekeeper} over the statement of {@link #ROTATED} and {@link #CONTRACT}: whoever
     * alters either, or what the shop held before, makes a new key and a new signature.
     */
    public static final String SIGNATURE = """
            -----BEGIN SSH SIGNATURE-----
            U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg2+2KGARZiMwXWCIVFozsrlNV/0
            tbUbFEdcpK0WkSORgAAAAKZ2F0ZWtlZXBlcgAAAAAAAAAGc2hhNTEyAAAAUwAAAAtzc2gt
            ZWQyNTUxOQAAAEDvN9Sz4AM9DJ9uLuXUpnPU04EPr55UHb0jATM0jGvU5nbl0d4HyKgcGS
            3vyK7/Y/tuQ0ZVeroBuTk724yqmJ4K
            -----END SSH SIGNATURE-----
            """;

    /** The key that made it. */
    public static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINvtihgEWYjMF1giFRaM7K5TVf9LW1GxRHXKStFpEjkY";

    private SignedShop() {}

    /** As {@link DemoShop#change(File)}, with a policy that lists the key. */
    public static GitHistory change(File folder) {
        GitHistory history = DemoShop.change(folder);
        history.checkout("main")
                .write(".gatekeeper/policy.yaml", DemoShop.POLICY + "      keys: [\"" + KEY + "\"]\napproval: signed\n")
                .commit("Ask for signatures");
        return history.ref("refs/heads/change", "main").checkout("change");
    }

    /** As {@link #change}, with what is signed committed on top. */
    public static GitHistory proposal(File folder) {
        GitHistory history = change(folder);
        history.write(DemoShop.RED, ROTATED).write(DemoShop.CONTRACT, CONTRACT).commit("Rotate tokens");
        return history;
    }
}
