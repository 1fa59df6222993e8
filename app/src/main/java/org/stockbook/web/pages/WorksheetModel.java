package org.stockbook.web.pages;

/**
 * A worksheet ready to be rendered; the grid builds itself from the declaration.
 *
 * @param declaration columns, addresses, texts and rights as JSON
 */
public record WorksheetModel(String declaration, boolean mayPost) {}
