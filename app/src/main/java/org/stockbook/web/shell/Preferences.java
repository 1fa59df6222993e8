package org.stockbook.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.stockbook.platform.i18n.Language;

/** Keeps language, theme, density and work date of this browser. The page on which they were chosen is shown again. */
@Controller
class Preferences {
    private static final Map<String, Set<String>> CHOICES = Map.of(
            CurrentView.THEME, Set.of("", "light", "dark"),
            CurrentView.DENSITY, Set.of("", "normal", "touch"));

    @PostMapping({"/preferences", "/sign-in/language"})
    String keep(HttpServletRequest request, HttpServletResponse response) {
        value(request, "language").flatMap(Language::ofTag).ifPresent(language -> keep(response, request, CurrentView.LANGUAGE, language.tag()));
        value(request, "theme").filter(choice -> isOffered(CurrentView.THEME, choice)).ifPresent(choice -> keep(response, request, CurrentView.THEME, choice));
        value(request, "density").filter(choice -> isOffered(CurrentView.DENSITY, choice)).ifPresent(choice -> keep(response, request, CurrentView.DENSITY, choice));
        value(request, "workDate").ifPresent(date -> keepWorkDate(request, response, date));
        return "redirect:" + value(request, "back").filter(Preferences::isOurs).orElse(request.getRequestURI().startsWith("/sign-in") ? "/sign-in" : "/");
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static boolean isOffered(String preference, String choice) {
        return CHOICES.getOrDefault(preference, Set.of()).contains(choice);
    }

    /** An empty or unreadable date goes back to today. */
    private static void keepWorkDate(HttpServletRequest request, HttpServletResponse response, String date) {
        try {
            response.addCookie(cookie(request, CurrentView.WORK_DATE, LocalDate.parse(date).toString(), -1));
        } catch (DateTimeParseException none) {
            response.addCookie(cookie(request, CurrentView.WORK_DATE, "", 0));
        }
    }

    private static void keep(HttpServletResponse response, HttpServletRequest request, String name, String value) {
        response.addCookie(cookie(request, name, value, (int) Duration.ofDays(365).toSeconds()));
    }

    private static Cookie cookie(HttpServletRequest request, String name, String value, int maxAge) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Never lead to another server. */
    private static boolean isOurs(String address) {
        return address.startsWith("/") && !address.startsWith("//") && !address.contains("\\") && address.chars().allMatch(sign -> sign >= ' ');
    }
}
