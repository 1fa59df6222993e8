package org.stockbook.platform.security;

import java.util.Locale;

/** One thing a user may do. Each has a name in every language under {@code permission.<key>}. */
public enum Permission {
    READ_ITEMS,
    CHANGE_ITEMS,
    READ_INVENTORY,
    READ_COSTS,
    EDIT_ITEM_JOURNAL,
    POST_ITEM_JOURNAL,
    EDIT_REVALUATION_JOURNAL,
    POST_REVALUATION_JOURNAL,
    EDIT_APPLICATIONS,
    ADJUST_COSTS,
    POST_COST_TO_GENERAL_LEDGER,
    EDIT_GENERAL_JOURNAL,
    POST_GENERAL_JOURNAL,
    CLOSE_INVENTORY_PERIODS,
    READ_GENERAL_LEDGER,
    CHANGE_FINANCE_SETUP,
    READ_ORGANISATION,
    CHANGE_ORGANISATION,
    READ_PURCHASING,
    CHANGE_PURCHASING,
    POST_PURCHASING,
    READ_SALES,
    CHANGE_SALES,
    POST_SALES,
    CHANGE_TRANSFERS,
    POST_TRANSFERS,
    READ_WAREHOUSE,
    REGISTER_WAREHOUSE,
    IMPORT_DATA,
    VERIFY_BOOKS,
    READ_CHANGE_LOG,
    BACK_UP_BOOKS,
    MANAGE_USERS;

    /** The key of its name, also what a refusal names. */
    public String key() {
        return "permission." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
