/**
 * A business in memory that speaks the language of the trade, for examples and for properties over random business.
 */
@NullMarked
package org.stockbook.kernel.business;

import org.jspecify.annotations.NullMarked;
