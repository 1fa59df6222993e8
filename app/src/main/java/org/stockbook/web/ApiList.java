package org.stockbook.web;

/**
 * A list that only programs read; people find its rows on another page (spec: api, section 11).
 *
 * @param list as a page would show it
 */
public record ApiList(ListPage list) {}
