package org.stockbook.platform.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** After sign-in people land on the page they asked for: a page, never an asset or a call of a script. */
final class PagesOnly {
    private PagesOnly() {}

    static RequestCache remembered() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && !request.getRequestURI().startsWith("/api/")
                && !request.getRequestURI().startsWith("/error"));
        return cache;
    }
}
