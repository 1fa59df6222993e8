package org.stockbook.platform.calls;

/** The key of a call cannot be used: it stands for another request, or its first request is still running. */
public class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    CallRefused(int status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** One of the list of errors. */
    public String code() {
        return code;
    }
}
