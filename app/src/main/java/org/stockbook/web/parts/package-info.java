/**
 * What all kinds of page are made of: cells, tables, actions, pictures.
 *
 * <p>Lives here: values as the reader's language writes them, and their models for the templates.
 * <p>Does not live here: pages (pages), declarations (the rooms).
 */
@NullMarked
package org.stockbook.web.parts;

import org.jspecify.annotations.NullMarked;
