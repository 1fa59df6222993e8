/**
 * Properties of items, variants and categories, and how categories pass them on.
 *
 * <p>Lives here: the use cases of attributes.
 * <p>Does not live here: the rule of inheritance (kernel); SQL.
 */
@NullMarked
package org.stockbook.items.attributes;

import org.jspecify.annotations.NullMarked;
