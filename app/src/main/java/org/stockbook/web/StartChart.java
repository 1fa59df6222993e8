package org.stockbook.web;

import java.util.function.Supplier;
import org.stockbook.platform.security.Permission;

/**
 * A chart of the start page; it is drawn when it comes into view, after the page is there.
 *
 * @param order of the charts, lowest first
 * @param name in addresses
 * @param more the page behind it
 */
public record StartChart(int order, String name, Permission permission, Supplier<Chart> chart, CardPage.Related more) {}
