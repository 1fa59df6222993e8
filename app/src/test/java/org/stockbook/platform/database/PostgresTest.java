package org.stockbook.platform.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the test class a migrated database of its own: a clone of a prepared one, made in some tens of milliseconds.
 * Constructors and methods take it as a parameter of type {@link ScratchDatabase}, {@code DSLContext},
 * {@code DataSource} or {@code DatabaseAddress}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FreshDatabase.class)
public @interface PostgresTest {}
