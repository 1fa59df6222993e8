package org.stockbook.web.calls;

import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.platform.exchange.ImportRows;

/** Takes files while nobody waits; the room that keeps the jobs does it (spec: api, sections 5 and 5.1). */
public interface LongImports {
    /**
     * Logs that a file will be taken, in the transaction that is running. The file belongs to the job from then on, which deletes it.
     *
     * @throws FileRefused if it is of the wrong kind or its heading names something unknown
     */
    Begun begin(ImportRows.Order order);

    /**
     * A job that counts as waiting until it is started or given up; one of both must be.
     *
     * @param number of the job
     * @param start once its log is there for all to see
     * @param giveUp where the transaction of its log failed
     */
    record Begun(long number, Runnable start, Runnable giveUp) {}
}
