package io.litemaas.suite;

import java.nio.file.Path;

/**
 * {@code litemaas rotate signing-key}: has access tokens be signed with another key. The data folder is the only argument.
 * Nobody is signed out: all rooms have known the new key since before, and know the former one until the next rotation.
 */
public final class RotateSigningKey {
    private RotateSigningKey() {}

    /** Writes the data folder's secrets anew, and says what makes them act. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        DataFolder folder = DataFolder.at(Path.of(args[0]));
        folder.rotateSigningKey();
        System.out.println(
                "Access tokens are signed with another key from the next start on; on a cluster, from when its Secrets"
                        + " are written again and applied (docs/deploy-kubernetes.md).");
    }
}
