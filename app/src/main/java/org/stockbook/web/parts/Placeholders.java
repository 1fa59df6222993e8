package org.stockbook.web.parts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.stockbook.platform.rows.Row;

/** Addresses with places for the values of a record: {@code items/{id}/copy}. */
public final class Placeholders {
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private Placeholders() {}

    public static String filled(String address, Row record) {
        return PLACE.matcher(address).replaceAll(place -> encoded(record.text(place.group(1))));
    }

    /** The names of the places in an address. */
    public static List<String> names(String address) {
        return PLACE.matcher(address).results().map(place -> place.group(1)).toList();
    }

    /** As a part of an address; a dollar sign is encoded, too. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("$", "%24");
    }
}
