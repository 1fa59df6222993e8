/**
 * The names by which people and documents call things: item numbers, locations, groups, accounts.
 *
 * <p>Lives here: one type per kind of code, so that two kinds cannot be confused; a blank code where the field may be blank.
 * <p>Does not live here: what a code stands for, or any rule about it.
 */
@NullMarked
package org.stockbook.kernel.code;

import org.jspecify.annotations.NullMarked;
