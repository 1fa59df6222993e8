package org.stockbook.organisation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.setup.SetupCheck;
import org.stockbook.web.Area;
import org.stockbook.web.CardPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;
import org.stockbook.web.Views;

/** The setup of the company: cards of the single records, number series with their lines, and what is still missing. */
@Configuration(proxyBeanMethods = false)
class SetupPages {
    /** The cards, by the last part of their address. */
    private static final Map<String, String> CARDS = Map.of(
            "company", "companyInformation", "inventory", "inventorySetup", "general-ledger", "generalLedgerSetup", "documents", "documentSetup");

    @Bean
    CardPage setupCard(RecordTypes types, FindRecord find, Views views) {
        return new CardPage("setup", Area.SETUP, Permission.READ_ORGANISATION, "setup-check",
                name -> Optional.ofNullable(CARDS.get(name)).map(collection -> card(name, types.of(collection), find, views)));
    }

    private static CardPage.Record card(String name, RecordType type, FindRecord find, Views views) {
        var texts = views.current().texts();
        var fields = type.fields().stream().filter(field -> texts.has("column." + field.name())).map(field -> CardPage.field(field.name(), field.kind())).toList();
        var values = find.find(type.collection(), Map.of()).orElse(new Row(Map.of()));
        var section = new CardPage.Section("general", fields, values);
        return new CardPage.Record(views.current().text("setup." + name), "setup.card." + name, Map.of(), List.of(), List.of(section), List.of(), List.of())
                .edited(type.collection(), Map.of());
    }

    @Bean
    @Order(40)
    ReportPage setupCheckPage(ObjectProvider<SetupCheck> checks, Views views) {
        return new ReportPage("setup-check", Area.SETUP, Permission.READ_ORGANISATION, List.of(), _ -> report(checks, views));
    }

    private static Report report(ObjectProvider<SetupCheck> checks, Views views) {
        var view = views.current();
        var gaps = new ArrayList<Report.Line>();
        checks.orderedStream().forEach(check -> check.gaps().forEach(gap -> gaps.add(Report.Line.of(new Row(Map.of(
                "setupArea", view.text("setup." + check.name()), "setupGap", view.text(gap.textKey(), gap.arguments()), "link", gap.link()))))));
        var found = new Report.Table("gaps", Optional.empty(), List.of(PageColumn.text("setupArea"),
                PageColumn.text("setupGap").with(Trait.FILLING).linked(row -> row.text("link"))), gaps);
        var cards = CARDS.keySet().stream().sorted().map(name -> Report.Line.of(new Row(Map.of("setupCard", view.text("setup." + name), "link", "/setup/" + name)))).toList();
        var known = new Report.Table("cards", Optional.empty(), List.of(PageColumn.text("setupCard").with(Trait.FILLING).linked(row -> row.text("link"))), cards);
        var badge = gaps.isEmpty() ? Message.of(Tone.SUCCESS, "setup.complete") : new Message(Tone.WARNING, "setup.gaps", Map.of("count", gaps.size()), "");
        return new Report(Optional.of(badge), Optional.empty(), List.of(), gaps.isEmpty() ? List.of(known) : List.of(found, known), List.of());
    }

    @Bean
    @Order(52)
    ListPage numberSeriesPage(RecordTypes types) {
        return new ListPage("number-series", Area.SETUP, Permission.READ_ORGANISATION, "numberSeries", types.rows(types.of("numberSeries")), List.of(
                PageColumn.code("code").linked(row -> "/number-series-lines?numberSeriesCode=" + row.text("code")),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.of("defaultNumbers", Kind.FLAG), PageColumn.of("manualNumbers", Kind.FLAG), PageColumn.of("dateOrder", Kind.FLAG)),
                List.of(Sort.ascending("code")), List.of());
    }

    @Bean
    @Order(53)
    ListPage numberSeriesLinesPage(RecordTypes types) {
        return new ListPage("number-series-lines", Area.SETUP, Permission.READ_ORGANISATION, "numberSeriesLines", types.rows(types.of("numberSeriesLines")), List.of(
                PageColumn.code("numberSeriesCode").linked(row -> "/number-series-lines/" + row.text("numberSeriesCode") + "," + row.text("startingDate")),
                PageColumn.of("startingDate", Kind.DATE),
                PageColumn.code("startingNumber"), PageColumn.code("endingNumber"), PageColumn.code("warningNumber"),
                PageColumn.of("incrementBy", Kind.COUNT).with(Trait.MUTED),
                PageColumn.code("lastNumberUsed"), PageColumn.of("lastDateUsed", Kind.DATE),
                PageColumn.of("open", Kind.FLAG), PageColumn.of("allowGaps", Kind.FLAG)),
                List.of(Sort.ascending("numberSeriesCode"), Sort.ascending("startingDate")), List.of());
    }
}
