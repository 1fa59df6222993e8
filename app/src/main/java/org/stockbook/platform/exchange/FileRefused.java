package org.stockbook.platform.exchange;

import java.util.Map;
import org.stockbook.platform.i18n.Sentence;

/** A file as a whole cannot be used; the sentence says why and what to do, in the language of whoever gave it. */
public class FileRefused extends RuntimeException {
    /** What stands in place of the name where only the mapping is wrong, whose name is not known any more. */
    static final String MAPPING = "mapping";

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "file.";

    private final String file;
    private final transient Sentence reason;

    public FileRefused(String file, String reason) {
        this(file, reason, Map.of());
    }

    /**
     * @param reason the key of its sentence, without what all have in common
     * @param arguments what the sentence names
     */
    public FileRefused(String file, String reason, Map<String, ?> arguments) {
        super(file + ": " + reason + " " + arguments);
        this.file = file;
        this.reason = new Sentence(PREFIX + reason, arguments);
    }

    public String file() {
        return file;
    }

    public Sentence reason() {
        return reason;
    }
}
