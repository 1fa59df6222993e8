/**
 * The user's guide inside the program: its articles as pages, and which of them speaks of a page or a field.
 *
 * <p>Lives here: reading and rendering the guide.
 * <p>Does not live here: the guide itself, which is Markdown under {@code docs/guide}, one folder a language.
 */
@NullMarked
package org.stockbook.web.help;

import org.jspecify.annotations.NullMarked;
