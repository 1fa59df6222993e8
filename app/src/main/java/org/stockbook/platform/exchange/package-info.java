/**
 * Reading and writing files of rows: CSV and spreadsheets.
 *
 * <p>Lives here: formats, encodings, and errors by row.
 * <p>Does not live here: what a row means; the rooms say so.
 */
@NamedInterface
@NullMarked
package org.stockbook.platform.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
