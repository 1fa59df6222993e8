package org.stockbook.documents.web.setup;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.RecordLists;

/** What documents of both sides are set up with (spec: ui, section 12, Setup). */
@Configuration(proxyBeanMethods = false)
class TradeSetupPages {
    @Bean
    @Order(66)
    ListPage paymentTermsPage(RecordLists lists) {
        return lists.list("payment-terms", Area.SETUP, "paymentTerms");
    }

    @Bean
    @Order(66)
    ListPage shipmentMethodsPage(RecordLists lists) {
        return lists.list("shipment-methods", Area.SETUP, "shipmentMethods");
    }

    @Bean
    @Order(66)
    ListPage returnReasonsPage(RecordLists lists) {
        return lists.list("return-reasons", Area.SETUP, "returnReasons");
    }

    @Bean
    @Order(67)
    ListPage itemChargesPage(RecordLists lists) {
        return lists.list("item-charges", Area.SETUP, "itemCharges");
    }

    @Bean
    @Order(68)
    ListPage responsibilityCentersPage(RecordLists lists) {
        return lists.list("responsibility-centers", Area.SETUP, "responsibilityCenters");
    }

    @Bean
    @Order(69)
    ListPage documentNumberSeriesPage(RecordLists lists) {
        return lists.list("document-number-series", Area.SETUP, "documentNumberSeries");
    }
}
