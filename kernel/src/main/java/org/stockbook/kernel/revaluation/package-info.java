/**
 * What stock on hand is worth on a date, and how a new value is spread over it (spec: costing, section 8).
 *
 * <p>Lives here: proposing revaluation lines and distributing their amounts.
 * <p>Does not live here: the entries a revaluation writes (posting), which decreases it reaches (costing).
 */
@NullMarked
package org.stockbook.kernel.revaluation;

import org.jspecify.annotations.NullMarked;
