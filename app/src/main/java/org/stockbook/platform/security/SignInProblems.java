package org.stockbook.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** How a caller who is not signed in, or whose request may be forged, is answered; the web room says it in the caller's language. */
public interface SignInProblems extends AuthenticationEntryPoint, AccessDeniedHandler {
    /** Answers a program that calls too often. */
    void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
