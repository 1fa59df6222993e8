package org.stockbook.web.pages;

import org.stockbook.web.parts.TableModel;

/**
 * What a list says of all its rows, ready to be rendered.
 *
 * @param count how many there are
 * @param sums what the line of totals says
 * @param table without rows, with their totals
 */
public record ListSummary(String count, String sums, TableModel table) {}
