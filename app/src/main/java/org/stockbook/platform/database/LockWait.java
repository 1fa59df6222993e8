package org.stockbook.platform.database;

/** How long a transaction waits for rows that others hold. */
public enum LockWait {
    /** A moment: others wait behind this transaction who may want other rows. Then it fails, to be tried again by itself. */
    BRIEF,

    /** As long as it takes. */
    PATIENT
}
