/**
 * Pages of the company, its locations, number series and users.
 *
 * <p>Lives here: what pages show.
 * <p>Does not live here: any rule.
 */
@NullMarked
package org.stockbook.organisation.web;

import org.jspecify.annotations.NullMarked;
