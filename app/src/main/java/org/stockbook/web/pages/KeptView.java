package org.stockbook.web.pages;

/**
 * Filter, order and columns of a list under a name that a user has given (spec: ui, section 5).
 *
 * @param query as the address of the list has it
 * @param shared everybody who may see the list sees it
 * @param own of the reader, who may change it
 */
record KeptView(long id, String name, String query, boolean shared, boolean own) {}
