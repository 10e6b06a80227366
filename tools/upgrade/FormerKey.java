import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Prints the signing key of an installation that the last release made: a P-256 key, which that release alone takes. */
final class FormerKey {
    private static final int BYTES = 32;

    public static void main(String[] args) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        ECPublicKey open = (ECPublicKey) pair.getPublic();
        System.out.printf(
                "litemaas.token.signing-key={\"kty\":\"EC\",\"kid\":\"suite\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}%n",
                text(open.getW().getAffineX()),
                text(open.getW().getAffineY()),
                text(((ECPrivateKey) pair.getPrivate()).getS()));
    }

    /** 32 bytes in base64url (RFC 7518, 6.2). */
    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[BYTES];
        int length = Math.min(bytes.length, BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
    }
}
