package org.stockbook.platform.security;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** How a caller who is not signed in, or whose request may be forged, is answered; the web room says it in the caller's language. */
public interface SignInProblems extends AuthenticationEntryPoint, AccessDeniedHandler {}
