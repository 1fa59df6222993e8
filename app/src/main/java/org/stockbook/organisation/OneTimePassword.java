package org.stockbook.organisation;

import java.security.SecureRandom;

/** Passwords that people read from a screen: 16 characters without those that look alike, 79 bits of chance. */
public final class OneTimePassword {
    /** Fewest characters of any password. */
    public static final int SHORTEST = 10;

    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom CHANCE = new SecureRandom();

    private OneTimePassword() {}

    public static String random() {
        var password = new StringBuilder(LENGTH);
        CHANCE.ints(LENGTH, 0, CHARACTERS.length()).forEach(index -> password.append(CHARACTERS.charAt(index)));
        return password.toString();
    }
}
