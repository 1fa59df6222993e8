package org.stockbook.inventory.store;

import java.util.HashMap;
import java.util.Map;

/** Codes of one table and their keys, both ways. */
final class CodeKeys {
    private final String table;
    private final Map<String, Long> keys = new HashMap<>();
    private final Map<Long, String> codes = new HashMap<>();

    CodeKeys(String table) {
        this.table = table;
    }

    void add(long key, String code) {
        keys.put(code, key);
        codes.put(key, code);
    }

    /** The key of a code; an unknown one should have been refused long before. */
    long key(String code) {
        var key = keys.get(code);
        if (key == null) {
            throw new IllegalStateException("no " + table + " " + code);
        }
        return key;
    }

    String code(long key) {
        var code = codes.get(key);
        if (code == null) {
            throw new IllegalStateException("no " + table + " with key " + key);
        }
        return code;
    }
}
