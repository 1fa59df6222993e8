package org.stockbook.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Keys as programs send them: {@code sbk_} and 256 bits of chance. They are shown once; kept is what they hash to. */
public record ApiKeyText(String text) {
    private static final String PREFIX = "sbk_";
    private static final int BYTES = 32;
    private static final int SHOWN = 10;
    private static final SecureRandom CHANCE = new SecureRandom();

    public static ApiKeyText random() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new ApiKeyText(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static boolean isOne(String text) {
        return text.startsWith(PREFIX) && text.length() > SHOWN && text.length() <= 100;
    }

    /** The first characters, by which people tell keys apart. */
    public String start() {
        return text.substring(0, SHOWN);
    }

    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Not the key: it must not come into a log. */
    @Override
    public String toString() {
        return start() + "...";
    }
}
