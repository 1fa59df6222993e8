/**
 * The program. Its packages are the rooms of the business.
 *
 * <p>Lives here: the main class.
 * <p>Does not live here: anything a room could own.
 */
@NullMarked
package org.stockbook;

import org.jspecify.annotations.NullMarked;
