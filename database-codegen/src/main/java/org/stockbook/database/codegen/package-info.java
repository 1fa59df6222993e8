/**
 * From migrations to jOOQ's classes, while building.
 *
 * <p>Lives here: the generator's program and its settings.
 * <p>Does not live here: anything the program needs when it runs.
 */
@NullMarked
package org.stockbook.database.codegen;

import org.jspecify.annotations.NullMarked;
