/**
 * Page and endpoint of the general journal.
 *
 * <p>Lives here: reading calls, calling one use case, answering.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.generaljournal.web;

import org.jspecify.annotations.NullMarked;
