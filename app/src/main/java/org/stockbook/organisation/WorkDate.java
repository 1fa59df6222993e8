package org.stockbook.organisation;

import java.time.LocalDate;

/** The date that the company proposes on new lines. */
public interface WorkDate {
    /** The one that is set, else the day it is. */
    LocalDate today();
}
