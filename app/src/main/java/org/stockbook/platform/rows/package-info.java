/**
 * Asking for rows of anything that is listed: filter, order, page, totals; without knowing how they are stored.
 *
 * <p>Lives here: the vocabulary between lists, reports and the API on one side and the stores of the rooms on the other, and its translation to SQL.
 * <p>Does not live here: which rows there are; the rooms say so.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.rows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
