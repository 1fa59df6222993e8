package org.stockbook.kernel.business;

import java.util.List;

/** What was to be posted is refused, and nothing has happened. */
public final class PostingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostingRefused(List<?> refusals) {
        super(refusals.toString());
    }
}
