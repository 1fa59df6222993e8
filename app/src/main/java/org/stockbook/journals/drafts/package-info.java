/**
 * The use cases of the journals: drafts are completed, checked, turned into posting lines and posted (spec: journals).
 *
 * <p>Lives here: what a line takes over from its item, what is wrong with it, and which posting line it becomes.
 * <p>Does not live here: any rule of posting or cost (kernel), loading and writing the ledgers (inventory).
 */
@NullMarked
package org.stockbook.journals.drafts;

import org.jspecify.annotations.NullMarked;
