package org.stockbook.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells credentials apart without keeping any. */
final class Credentials {
    private Credentials() {}

    /** The key or password that a program sends: two keys of one user are two credentials. */
    static String ofProgram(HttpServletRequest request) {
        return digest(Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).orElse(""));
    }

    /** The session of a person; the name where there is none. */
    static String ofPerson(HttpServletRequest request) {
        return digest(Optional.ofNullable(request.getRequestedSessionId()).filter(_ -> request.isRequestedSessionIdValid())
                .or(() -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication()).map(Authentication::getName)).orElse(""));
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
