/**
 * The pages and endpoints of inventory.
 *
 * <p>Lives here: declarations of pages, and translation between the API and the use cases.
 * <p>Does not live here: any rule, any SQL.
 */
@NullMarked
package org.stockbook.inventory.web;

import org.jspecify.annotations.NullMarked;
