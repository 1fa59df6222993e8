package org.stockbook.platform.observation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Counts and times the calls of a use case, under {@code stockbook.<value>}, apart by whether they ended well. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Measured {
    /** The name of what is measured, for instance {@code postings}. */
    String value();
}
