package org.stockbook.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageAction.Act;
import org.stockbook.web.ReportParameter;

/** What may be done with an item (spec: ui, section 12, Items). */
final class ItemActions {
    private ItemActions() {}

    /** All of them, for the card of one item. */
    static List<PageAction> of(String number) {
        var item = "items/number:" + Links.encoded(number).replace("+", "%20");
        var actions = new ArrayList<PageAction>();
        actions.add(PageAction.open("adjust-stock", Permission.EDIT_ITEM_JOURNAL, "/item-journal?itemNumber=" + Links.encoded(number)));
        actions.add(PageAction.open("item-entries", Permission.READ_INVENTORY, Links.itemLedgerEntriesOfItem(number)).on("Ctrl F7"));
        actions.add(copy(item));
        actions.add(PageAction.ask("apply-template", Permission.CHANGE_ITEMS, item + "/applyTemplate", List.of(ReportParameter.code("templateCode", "itemTemplates"))));
        actions.add(PageAction.ask("save-as-template", Permission.CHANGE_ITEMS, item + "/saveAsTemplate",
                List.of(ReportParameter.code("templateCode", ""), new ReportParameter("displayName", Kind.TEXT, "", List.of(), ""))));
        actions.add(PageAction.ask("create-stockkeeping-units", Permission.CHANGE_ITEMS, item + "/createStockkeepingUnits",
                List.of(ReportParameter.choice("per", List.of("location", "variant", "locationAndVariant")))));
        actions.add(PageAction.send("update-variant-attributes", Permission.CHANGE_ITEMS, item + "/updateVariantAttributes"));
        actions.add(new PageAction("delete-item", "", Permission.CHANGE_ITEMS, new Act.Send("DELETE", item, true), Optional.empty()));
        return actions;
    }

    static PageAction copy(String item) {
        return PageAction.ask("copy-item", Permission.CHANGE_ITEMS, item + "/copy",
                List.of(ReportParameter.code("targetNumber", ""), new ReportParameter("copies", Kind.COUNT, "", List.of(), "1")));
    }
}
