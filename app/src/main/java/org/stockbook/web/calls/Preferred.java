package org.stockbook.web.calls;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a caller would rather have (RFC 7240); the answer says which of it was heeded. */
@Component
public class Preferred {
    /** What cannot be taken is kept as it was typed instead of refused (spec: api, section 5). */
    public static final String LENIENT = "handling=lenient";

    private static final String APPLIED = "Preference-Applied";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Preferred(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Whether the call that is answered asks to keep what cannot be taken; it is told so. */
    public boolean lenient() {
        var asked = asks(request, LENIENT);
        if (asked) {
            response.setHeader(APPLIED, LENIENT);
        }
        return asked;
    }

    /** Whether a call asks for something. */
    public static boolean asks(HttpServletRequest request, String preference) {
        return Collections.list(request.getHeaders("Prefer")).stream().flatMap(header -> Stream.of(header.split("[,;]")))
                .anyMatch(wish -> wish.replaceAll("\\s|\"", "").equalsIgnoreCase(preference));
    }
}
