-- A list of a million entries read all of them to show those of one register, or the latest days first. Both keys grow with the entries, so that a new one
-- is written at the end of its index.
CREATE INDEX item_ledger_entry_by_register ON item_ledger_entry (item_register_no);
CREATE INDEX value_entry_by_register ON value_entry (item_register_no);
CREATE INDEX gl_entry_by_register ON gl_entry (gl_register_no);
CREATE INDEX item_ledger_entry_by_day ON item_ledger_entry (posting_date, entry_no);
CREATE INDEX value_entry_by_day ON value_entry (posting_date, entry_no);
CREATE INDEX gl_entry_by_day ON gl_entry (posting_date, entry_no);

-- The same for the entries of an account.
DROP INDEX gl_entry_by_account;
CREATE INDEX gl_entry_by_account ON gl_entry (gl_account_id, posting_date, entry_no);
