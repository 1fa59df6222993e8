package org.stockbook.platform.database;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What the database knows about how many rows there are and which values they hold; it plans its queries by that. */
@Component
public class RowStatistics {
    /** Below that, plans are the same. */
    private static final int MANY = 1_000;

    private final DSLContext database;

    RowStatistics(DSLContext database) {
        this.database = database;
    }

    /**
     * Has the database look at its tables where many rows came at once: by itself it looks once a minute at most, and until then it would plan as
     * for the few rows there were. To be called when the rows are committed, so that the rows are locked no longer than needed.
     */
    public void renewAfter(long rows) {
        if (rows >= MANY) {
            renew();
        }
    }

    /** Has the database look at all tables now. */
    public void renew() {
        database.execute("ANALYZE");
    }
}
