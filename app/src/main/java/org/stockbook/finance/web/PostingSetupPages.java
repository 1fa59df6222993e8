package org.stockbook.finance.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.RecordLists;

/** What leads from a posting to its accounts, and by what it is analysed (spec: ui, section 12, Finance). */
@Configuration(proxyBeanMethods = false)
class PostingSetupPages {
    @Bean
    @Order(70)
    ListPage generalBusinessPostingGroupsPage(RecordLists lists) {
        return lists.list("general-business-posting-groups", Area.SETUP, "generalBusinessPostingGroups");
    }

    @Bean
    @Order(71)
    ListPage generalProductPostingGroupsPage(RecordLists lists) {
        return lists.list("general-product-posting-groups", Area.SETUP, "generalProductPostingGroups");
    }

    @Bean
    @Order(72)
    ListPage inventoryPostingGroupsPage(RecordLists lists) {
        return lists.list("inventory-posting-groups", Area.SETUP, "inventoryPostingGroups");
    }

    @Bean
    @Order(73)
    ListPage generalPostingSetupsPage(RecordLists lists) {
        return lists.list("general-posting-setups", Area.SETUP, "generalPostingSetups");
    }

    @Bean
    @Order(74)
    ListPage inventoryPostingSetupsPage(RecordLists lists) {
        return lists.list("inventory-posting-setups", Area.SETUP, "inventoryPostingSetups");
    }

    @Bean
    @Order(75)
    ListPage taxBusinessPostingGroupsPage(RecordLists lists) {
        return lists.list("tax-business-posting-groups", Area.SETUP, "taxBusinessPostingGroups");
    }

    @Bean
    @Order(76)
    ListPage taxProductPostingGroupsPage(RecordLists lists) {
        return lists.list("tax-product-posting-groups", Area.SETUP, "taxProductPostingGroups");
    }

    @Bean
    @Order(77)
    ListPage vatPostingSetupsPage(RecordLists lists) {
        return lists.list("tax-posting-setups", Area.SETUP, "vatPostingSetups");
    }

    @Bean
    @Order(78)
    ListPage currenciesPage(RecordLists lists) {
        return lists.list("currencies", Area.SETUP, "currencies");
    }

    @Bean
    @Order(79)
    ListPage currencyExchangeRatesPage(RecordLists lists) {
        return lists.list("currency-exchange-rates", Area.SETUP, "currencyExchangeRates");
    }

    @Bean
    @Order(80)
    ListPage dimensionsPage(RecordLists lists) {
        return lists.list("dimensions", Area.SETUP, "dimensions");
    }

    @Bean
    @Order(81)
    ListPage dimensionValuesPage(RecordLists lists) {
        return lists.list("dimension-values", Area.SETUP, "dimensionValues");
    }

    @Bean
    @Order(82)
    ListPage defaultDimensionsPage(RecordLists lists) {
        return lists.list("default-dimensions", Area.SETUP, "defaultDimensions").withColumn("parent", parent -> parent.with(Trait.WORDED).linked(PostingSetupPages::card));
    }

    /** The card that a default dimension is about; one that is about all cards of a kind leads nowhere. */
    private static String card(Row row) {
        var number = row.text("parent").replaceFirst("^[A-Z_]+:", "");
        var path = switch (row.text("parentType")) {
            case "item" -> "items";
            case "vendor" -> "vendors";
            case "customer" -> "customers";
            case "location" -> "locations";
            case "glAccount" -> "chart-of-accounts";
            case "itemCategory" -> "item-categories";
            case "itemCharge" -> "item-charges";
            default -> "";
        };
        return number.isEmpty() || path.isEmpty() ? "" : "/" + path + "/" + URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Bean
    @Order(84)
    ListPage dimensionCombinationsPage(RecordLists lists) {
        return lists.list("dimension-combinations", Area.SETUP, "dimensionCombinations");
    }

    @Bean
    @Order(85)
    ListPage dimensionValueCombinationsPage(RecordLists lists) {
        return lists.list("dimension-value-combinations", Area.SETUP, "dimensionValueCombinations");
    }
}
