package org.stockbook.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stockbook.finance.FinanceRows;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.api.Shop;
import org.stockbook.web.api.ShopTest;

/** Words are found in whatever text of an entry a list shows, wherever it is kept (spec: ui, section 5). */
@ShopTest
class WordsInLedgersTest {
    private static final int ALL = 100_000;
    private static final int WORDS = 60;

    @Autowired
    private Shop shop;

    @Autowired
    private InventoryRows inventory;

    @Autowired
    private FinanceRows finance;

    @Test
    void a_word_finds_the_entries_that_show_it() {
        shop.open();
        Permissions.asStockbook(() -> {
            agree(inventory.itemLedgerEntries(), Set.of("documentNumber", "itemNumber", "description", "variantCode", "locationCode", "serialNumber", "lotNumber",
                    "externalDocumentNumber", "reasonCode", "sourceCode"));
            agree(inventory.valueEntries(), Set.of("documentNumber", "itemNumber", "description", "variantCode", "locationCode", "inventoryPostingGroupCode"));
            agree(finance.generalLedgerEntries(), Set.of("documentNumber", "accountNumber", "accountName", "description", "sourceCode", "reasonCode"));
            return null;
        });
    }

    private static void agree(RowSource rows, Set<String> texts) {
        var all = found(rows, "");
        assertThat(all).hasSizeGreaterThan(RowRequest.PAGE);
        var words = new LinkedHashSet<>(List.of("*", "0", "e", "E", "a?", "nowhere", "_", "!"));
        for (var text : texts) {
            all.stream().flatMap(row -> row.text(text).lines()).flatMap(value -> List.of(value.strip().split("\\s+")).stream()).distinct().limit(WORDS / texts.size()).forEach(words::add);
        }
        words.remove("");
        for (var word : words) {
            assertThat(numbers(found(rows, word))).as(word).isEqualTo(numbers(all.stream().filter(row -> shows(row, texts, word)).toList()));
            assertThat(rows.summary(RowRequest.of(Criterion.EVERYTHING).searching(word)).count()).as(word).isEqualTo(found(rows, word).size());
        }
    }

    private static boolean shows(Row row, Set<String> texts, String word) {
        var pattern = "(?s).*" + word.toLowerCase(Locale.ROOT).replaceAll("[^*?\\p{L}\\p{N}]", "\\\\$0").replace("*", ".*").replace("?", ".") + ".*";
        return texts.stream().anyMatch(text -> row.text(text).toLowerCase(Locale.ROOT).matches(pattern));
    }

    private static List<Row> found(RowSource rows, String words) {
        return new ArrayList<>(rows.page(RowRequest.of(Criterion.EVERYTHING).searching(words).page(0, ALL)).rows());
    }

    private static List<Object> numbers(List<Row> rows) {
        return rows.stream().map(row -> row.values().get("entryNumber")).toList();
    }
}
