package org.stockbook.web.pages;

import java.util.List;

/** The start page ready to be rendered: what needs attention, then the proof that the books are right. */
public record StartModel(String date, List<Counter> counters, List<Panel> panels, List<String> charts) {
    public StartModel {
        counters = List.copyOf(counters);
        panels = List.copyOf(panels);
        charts = List.copyOf(charts);
    }

    /** A counter; calm when it is zero. */
    public record Counter(String caption, String number, boolean zero, String icon, String iconStyle, String detail, String link) {}

    public record Panel(ReportModel.Note title, ReportModel content, String moreText, String moreLink) {}
}
