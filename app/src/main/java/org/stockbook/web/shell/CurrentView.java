package org.stockbook.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;
import org.stockbook.web.CompanyBanner;
import org.stockbook.web.View;
import org.stockbook.web.Views;

/** Reads language, theme, density and work date from what the browser kept, else from the user, else from the request. */
@Component
class CurrentView implements Views {
    static final String LANGUAGE = "stockbook-language";
    static final String THEME = "stockbook-theme";
    static final String DENSITY = "stockbook-density";
    static final String WORK_DATE = "stockbook-work-date";

    private static final String KEPT = CurrentView.class.getName();
    private static final AtomicLong QUESTIONS = new AtomicLong();

    private final Texts texts;
    private final Permissions permissions;
    private final HttpServletRequest request;
    private final ObjectProvider<CompanyBanner> company;
    private final ObjectProvider<View.OwnNames> names;

    CurrentView(Texts texts, Permissions permissions, HttpServletRequest request, ObjectProvider<CompanyBanner> company,
            ObjectProvider<View.OwnNames> names) {
        this.texts = texts;
        this.permissions = permissions;
        this.request = request;
        this.company = company;
        this.names = names;
    }

    @Override
    public View current() {
        var user = permissions.user();
        if (request.getAttribute(KEPT) instanceof View view && view.user().equals(user.orElse(nobody()))) {
            return view;
        }
        var view = view(user);
        request.setAttribute(KEPT, view);
        return view;
    }

    @Override
    public <T> Supplier<T> once(Supplier<T> question) {
        var place = KEPT + "." + QUESTIONS.incrementAndGet();
        return () -> {
            @SuppressWarnings("unchecked")   // what is kept there was answered below
            var kept = (Supplier<T>) request.getAttribute(place);
            if (kept != null) {
                return kept.get();
            }
            var answer = SingletonSupplier.of(question);
            request.setAttribute(place, answer);
            return answer.obtain();
        };
    }

    private View view(Optional<SignedInUser> user) {
        return new View(texts, language(user), user.orElse(nobody()), workDate(), cookie(THEME).orElse(""), cookie(DENSITY).orElse(""),
                SingletonSupplier.of(this::currency), askedOnce());
    }

    private String currency() {
        return Optional.ofNullable(company.getIfAvailable()).map(CompanyBanner::currencyCode).orElse("");
    }

    /** Every heading asks for its name, and many of one page are the same. */
    private View.OwnNames askedOnce() {
        var known = new ConcurrentHashMap<String, Optional<String>>();
        return key -> known.computeIfAbsent(key, this::name);
    }

    private Optional<String> name(String key) {
        return names.stream().flatMap(own -> own.of(key).stream()).findFirst();
    }

    private static SignedInUser nobody() {
        return new SignedInUser("", "", Language.ENGLISH, PermissionSet.VIEWER);
    }

    /** Programs say their language in the request; people choose it, or have one set up. */
    private Language language(Optional<SignedInUser> user) {
        var chosen = cookie(LANGUAGE).flatMap(Language::ofTag);
        var asked = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse("");
        if (chosen.isPresent()) {
            return chosen.get();
        }
        var program = request.getHeader(HttpHeaders.AUTHORIZATION) != null && !asked.isBlank();
        return program ? Language.bestFor(asked) : user.map(SignedInUser::language).orElseGet(() -> Language.bestFor(asked));
    }

    private LocalDate workDate() {
        try {
            return cookie(WORK_DATE).map(LocalDate::parse).orElseGet(() -> LocalDate.now(Clock.systemDefaultZone()));
        } catch (DateTimeParseException unreadable) {
            return LocalDate.now(Clock.systemDefaultZone());
        }
    }

    private Optional<String> cookie(String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
