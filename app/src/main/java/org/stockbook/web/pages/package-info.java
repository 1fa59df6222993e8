/**
 * The components that render declared pages: list, report, worksheet, card, start page.
 *
 * <p>Lives here: rendering and the protocol.
 * <p>Does not live here: any declaration; the rooms say what their pages are.
 */
@NullMarked
package org.stockbook.web.pages;

import org.jspecify.annotations.NullMarked;
