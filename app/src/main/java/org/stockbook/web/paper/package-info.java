/**
 * Papers for partners as PDF files.
 *
 * <p>Lives here: the one layout and its rendering.
 * <p>Does not live here: what stands on a paper; the rooms say it.
 */
@NullMarked
package org.stockbook.web.paper;

import org.jspecify.annotations.NullMarked;
