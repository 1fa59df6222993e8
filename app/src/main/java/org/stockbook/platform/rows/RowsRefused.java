package org.stockbook.platform.rows;

import java.util.Map;

/** Rows cannot be read as they were asked for; the caller is told why by a code of the list of errors. */
public class RowsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, ?> parameters;

    public RowsRefused(String code, Map<String, ?> parameters) {
        super(code);
        this.code = code;
        this.parameters = Map.copyOf(parameters);
    }

    public String code() {
        return code;
    }

    public Map<String, ?> parameters() {
        return parameters;
    }
}
