package org.stockbook.commandline;

/** Ends a command with exit code 1 and this sentence, without a stack trace. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String sentence) {
        super(sentence);
    }
}
