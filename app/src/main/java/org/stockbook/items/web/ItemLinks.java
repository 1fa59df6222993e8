package org.stockbook.items.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the codes of items lead. */
final class ItemLinks {
    private ItemLinks() {}

    static String item(String number) {
        return number.isEmpty() ? "" : record("items", number);
    }

    /** The page of one record; nowhere for a blank key. */
    static String record(String path, String key) {
        return key.isEmpty() ? "" : "/" + path + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The items of a category and of everything below it. */
    static String itemsBelow(String category) {
        return "/items?category=" + URLEncoder.encode(category, StandardCharsets.UTF_8);
    }
}
