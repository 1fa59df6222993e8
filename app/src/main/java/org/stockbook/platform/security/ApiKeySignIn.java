package org.stockbook.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Programs come with a key in the header Authorization (spec: api, section 7); never in an address, where logs would keep it. */
final class ApiKeySignIn extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final KeptApiKeys keys;
    private final SignInProblems problems;

    ApiKeySignIn(KeptApiKeys keys, SignInProblems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var given = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION)).filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()));
        if (given.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var user = keys.user(given.get().substring(SCHEME.length()).strip());
        if (user.isEmpty()) {
            problems.commence(request, response, new BadCredentialsException("no such key"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.get(), "", List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
