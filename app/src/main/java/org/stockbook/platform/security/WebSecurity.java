package org.stockbook.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Two doors: programs come to the API with credentials in each request, people with a session and a token against forged requests
 * (spec: api, section 7). Pages run scripts and styles of this server only.
 */
@Configuration
class WebSecurity {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
    private static final String[] OPEN_TO_ALL = {"/sign-in", "/sign-in/language", "/assets/**", "/favicon.ico", "/actuator/health", "/actuator/health/**", "/api/v1/health"};

    /** How long a call waits for its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SignInProblems problems;
    private final InstantSource clock = InstantSource.system();

    WebSecurity(SignInProblems problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, KeptApiKeys keys, @Value("${stockbook.calls-per-minute:1200}") int callsPerMinute,
            @Value("${stockbook.calls-at-once:10}") int callsAtOnce) {
        http.securityMatcher(WebSecurity::isProgram)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ApiKeySignIn(keys, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(new CallLimits(new CallLimits.Limits(callsPerMinute, callsAtOnce, PATIENCE), Credentials::ofProgram, problems, clock), BasicAuthenticationFilter.class)
                .csrf(csrf -> csrf.disable());
        return withHeaders(http).build();
    }

    private static boolean isProgram(HttpServletRequest request) {
        var asked = request.getRequestURI();
        return (asked.startsWith("/api/") || asked.startsWith("/actuator/")) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, UserAccounts accounts, @Value("${stockbook.page-calls-per-minute:12000}") int callsPerMinute,
            @Value("${stockbook.page-calls-at-once:50}") int callsAtOnce) {
        http.authorizeHttpRequests(requests -> requests
                        .requestMatchers(OPEN_TO_ALL).permitAll()
                        .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/sign-in").failureHandler((request, response, refused) ->
                                response.sendRedirect(refused instanceof LockedException ? "/sign-in?wait" : "/sign-in?failed")).defaultSuccessUrl("/", false).permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .exceptionHandling(handling -> handling
                        .defaultAuthenticationEntryPointFor(problems, request -> request.getRequestURI().startsWith("/api/"))
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE)
                        .accessDeniedHandler(problems))
                .requestCache(cache -> cache.requestCache(PagesOnly.remembered()))
                .addFilterBefore(new LiveSessions(accounts, clock), AuthorizationFilter.class)
                .addFilterBefore(new CallLimits(new CallLimits.Limits(callsPerMinute, callsAtOnce, PATIENCE), Credentials::ofPerson, problems, clock), AuthorizationFilter.class)
                .csrf(Customizer.withDefaults());
        return withHeaders(http).build();
    }

    private static HttpSecurity withHeaders(HttpSecurity http) {
        return http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(self), microphone=(), geolocation=()"))
                .frameOptions(frames -> frames.deny()));
    }
}
