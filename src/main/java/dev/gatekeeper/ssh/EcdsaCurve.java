package dev.gatekeeper.ssh;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Locale;

/** A curve of ECDSA keys (RFC 5656, section 10.1). */
enum EcdsaCurve {
    NISTP256("secp256r1", "SHA256withECDSAinP1363Format"),
    NISTP384("secp384r1", "SHA384withECDSAinP1363Format"),
    NISTP521("secp521r1", "SHA512withECDSAinP1363Format");

    private static final String PREFIX = "ecdsa-sha2-";

    private final String standardName;
    private final String algorithm;

    EcdsaCurve(String standardName, String algorithm) {
        this.standardName = standardName;
        this.algorithm = algorithm;
    }

    /** The curve of keys of {@code kind}, which is one of {@link #kind()}. */
    static EcdsaCurve ofKind(String kind) {
        return valueOf(kind.substring(PREFIX.length()).toUpperCase(Locale.ROOT));
    }

    /** SSH's name of the curve. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** SSH's name of keys and signatures on it. */
    String kind() {
        return PREFIX + id();
    }

    /** The JDK's name of signatures on it. */
    String algorithm() {
        return algorithm;
    }

    ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(standardName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw Jca.incomplete(standardName, e);
        }
    }

    /** The bytes of a coordinate, and of a number below the order. */
    int length() {
        return (parameters().getOrder().bitLength() + 7) / 8;
    }

    /** Whether both coordinates are of the field, and y² = x³ + a x + b. Such a point has the order of the curve, which is prime. */
    boolean holds(ECPoint point) {
        ECParameterSpec parameters = parameters();
        BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.multiply(x)
                .add(parameters.getCurve().getA())
                .multiply(x)
                .add(parameters.getCurve().getB());
        return x.compareTo(p) < 0
                && y.compareTo(p) < 0
                && y.multiply(y).subtract(right).mod(p).signum() == 0;
    }
}
