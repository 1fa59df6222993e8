package org.stockbook.web.pages;

import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.StartChart;
import org.stockbook.web.StartCounter;
import org.stockbook.web.StartPanel;

/** What the rooms have for the start page, as far as the user may see it, in its order. */
@Component
class StartContents {
    private final ObjectProvider<StartCounter> counters;
    private final ObjectProvider<StartPanel> panels;
    private final ObjectProvider<StartChart> charts;
    private final Permissions permissions;

    StartContents(ObjectProvider<StartCounter> counters, ObjectProvider<StartPanel> panels, ObjectProvider<StartChart> charts, Permissions permissions) {
        this.charts = charts;
        this.counters = counters;
        this.panels = panels;
        this.permissions = permissions;
    }

    Stream<StartCounter> counters() {
        return counters.stream()
                .filter(counter -> permissions.has(counter.permission()))
                .sorted(Comparator.comparing(StartCounter::order));
    }

    Stream<StartChart> charts() {
        return charts.stream().filter(chart -> permissions.has(chart.permission())).sorted(Comparator.comparing(StartChart::order));
    }

    Stream<StartPanel> panels() {
        return panels.stream().filter(panel -> permissions.has(panel.permission())).sorted(Comparator.comparing(StartPanel::order));
    }
}
