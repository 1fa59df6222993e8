package org.stockbook.platform.exchange;

/** A file as a whole cannot be used; the sentence says which, why, and what to do. */
public class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileRefused(String file, String reason) {
        super(file + " " + reason);
    }
}
