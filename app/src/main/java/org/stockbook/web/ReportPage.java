package org.stockbook.web;

import java.util.List;
import java.util.function.Function;
import org.stockbook.platform.security.Permission;

/** A report: a request at the left, the result in the page (spec: ui, section 2.2, type R). */
public record ReportPage(String path, Area area, Permission permission, List<ReportParameter> parameters, Function<ReportRequest, Report> maker)
        implements Page {
    public ReportPage {
        parameters = List.copyOf(parameters);
    }
}
