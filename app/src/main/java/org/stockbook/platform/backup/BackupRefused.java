package org.stockbook.platform.backup;

import java.util.Map;

/** A backup cannot be written or read; a code of the list of errors with what its sentence names. */
public class BackupRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, ?> parameters;

    BackupRefused(String code, Map<String, ?> parameters) {
        super(code + " " + parameters);
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
