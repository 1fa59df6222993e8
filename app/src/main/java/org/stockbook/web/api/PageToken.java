package org.stockbook.web.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import org.stockbook.platform.rows.Position;

/** Where the next page begins, as an opaque text in its address: each value with its length, a blank without one. */
final class PageToken {
    private PageToken() {}

    static String write(Position position) {
        var text = new StringBuilder();
        position.values().forEach(value -> value.ifPresentOrElse(given -> text.append(given.length()).append(':').append(given), () -> text.append('-')));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Position read(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var values = new ArrayList<Optional<String>>();
            int at = 0;
            while (at < text.length()) {
                if (text.charAt(at) == '-') {
                    values.add(Optional.empty());
                    at++;
                } else {
                    var colon = text.indexOf(':', at);
                    var end = colon + 1 + Integer.parseInt(text.substring(at, colon));
                    values.add(Optional.of(text.substring(colon + 1, end)));
                    at = end;
                }
            }
            return new Position(values);
        } catch (IllegalArgumentException | IndexOutOfBoundsException forged) {
            throw ODataFilter.malformed("skiptoken");
        }
    }
}
