-- Double entry books. A transaction comes in with one statement and sums to zero, or it does not come in: see the triggers of
-- the next migrations. Sums per account and day are kept beside the entries, so that balances never sum the ledger.

CREATE SEQUENCE gl_entry_no;
CREATE SEQUENCE gl_transaction_no;
CREATE SEQUENCE gl_register_no;
CREATE SEQUENCE vat_entry_no;

CREATE TABLE gl_register (
    no bigint PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    user_id bigint NOT NULL REFERENCES app_user,
    source_code varchar(10) NOT NULL,
    journal_batch varchar(10) NOT NULL DEFAULT '',
    item_register_no bigint REFERENCES item_register,
    cost_run_id bigint REFERENCES cost_run,
    first_gl_entry_no bigint NOT NULL,
    last_gl_entry_no bigint NOT NULL,
    first_vat_entry_no bigint,
    last_vat_entry_no bigint,
    reversed boolean NOT NULL DEFAULT false
);
CREATE INDEX ON gl_register (created_at);
CREATE INDEX ON gl_register (item_register_no);

CREATE TABLE gl_entry (
    entry_no bigint PRIMARY KEY,
    transaction_no bigint NOT NULL,
    gl_register_no bigint NOT NULL,
    gl_account_id bigint NOT NULL REFERENCES gl_account,
    posting_date date NOT NULL,
    closing_date boolean NOT NULL DEFAULT false,
    document_date date NOT NULL,
    vat_date date,
    document_type document_type NOT NULL DEFAULT 'NONE',
    document_no varchar(20) NOT NULL,
    external_document_no varchar(35) NOT NULL DEFAULT '',
    description text NOT NULL DEFAULT '',
    amount numeric(18,2) NOT NULL,
    turnover_reversed boolean NOT NULL DEFAULT false,
    currency_id bigint REFERENCES currency,
    currency_amount numeric(18,2),
    general_posting_type general_posting_type NOT NULL DEFAULT 'NONE',
    general_business_group_id bigint NOT NULL DEFAULT 0,
    general_product_group_id bigint NOT NULL DEFAULT 0,
    vat_business_group_id bigint NOT NULL DEFAULT 0,
    vat_product_group_id bigint NOT NULL DEFAULT 0,
    vat_amount numeric(18,2) NOT NULL DEFAULT 0,
    partner_type partner_type NOT NULL DEFAULT 'NONE',
    partner_id bigint,
    source_code varchar(10) NOT NULL,
    reason_code varchar(10) NOT NULL DEFAULT '',
    dimension_set_id bigint NOT NULL DEFAULT 0,
    journal_batch varchar(10) NOT NULL DEFAULT '',
    system_created boolean NOT NULL DEFAULT false,
    prior_year boolean NOT NULL DEFAULT false,
    reversal_of_entry_no bigint,
    reversed_by_entry_no bigint,
    CONSTRAINT partner_is_named CHECK ((partner_type = 'NONE') = (partner_id IS NULL))
);
COMMENT ON COLUMN gl_entry.amount IS 'Local currency; above zero is a debit, below zero a credit.';
COMMENT ON COLUMN gl_entry.turnover_reversed IS 'Correction: shown as a negative debit instead of a credit, and the reverse.';
COMMENT ON COLUMN gl_entry.closing_date IS 'Belongs to the fictitious day after posting_date that closes a year.';
CREATE INDEX gl_entry_by_transaction ON gl_entry (transaction_no);
CREATE INDEX gl_entry_by_account ON gl_entry (gl_account_id, posting_date);
CREATE INDEX gl_entry_by_document ON gl_entry (document_no, posting_date);

CREATE TABLE gl_entry_value_entry (
    gl_entry_no bigint NOT NULL,
    item_id bigint NOT NULL,
    item_ledger_entry_no bigint NOT NULL,
    value_entry_no bigint NOT NULL,
    gl_register_no bigint NOT NULL,
    PRIMARY KEY (item_id, item_ledger_entry_no, value_entry_no, gl_entry_no)
);
COMMENT ON TABLE gl_entry_value_entry IS 'Which value entries a general ledger entry was made from; drill-down both ways.';
CREATE INDEX gl_entry_value_entry_by_gl_entry ON gl_entry_value_entry (gl_entry_no);

-- Every posting adds a row per account and day instead of raising a shared sum: two users posting to the inventory account
-- never wait for each other. Folding merges rows of one account and day into one; readers sum whatever rows there are.
CREATE TABLE gl_account_movement (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    gl_account_id bigint NOT NULL,
    posting_date date NOT NULL,
    closing_date boolean NOT NULL DEFAULT false,
    dimension_set_id bigint NOT NULL DEFAULT 0,
    debit_amount numeric(18,2) NOT NULL,
    credit_amount numeric(18,2) NOT NULL,
    entry_count integer NOT NULL
);
COMMENT ON COLUMN gl_account_movement.credit_amount IS 'As a positive figure: the account''s movement is debit less credit.';
CREATE INDEX ON gl_account_movement (gl_account_id, posting_date);

CREATE TABLE vat_entry (
    entry_no bigint PRIMARY KEY,
    transaction_no bigint NOT NULL,
    gl_register_no bigint NOT NULL REFERENCES gl_register,
    general_posting_type general_posting_type NOT NULL,
    posting_date date NOT NULL,
    vat_date date NOT NULL,
    document_date date NOT NULL,
    document_type document_type NOT NULL DEFAULT 'NONE',
    document_no varchar(20) NOT NULL,
    external_document_no varchar(35) NOT NULL DEFAULT '',
    base_amount numeric(18,2) NOT NULL,
    vat_amount numeric(18,2) NOT NULL,
    vat_percentage numeric(18,5) NOT NULL,
    calculation_type vat_calculation_type NOT NULL DEFAULT 'NORMAL',
    vat_business_group_id bigint NOT NULL REFERENCES vat_business_group,
    vat_product_group_id bigint NOT NULL REFERENCES vat_product_group,
    partner_type partner_type NOT NULL DEFAULT 'NONE',
    partner_id bigint,
    vat_registration_no varchar(20) NOT NULL DEFAULT '',
    country_code varchar(10) NOT NULL DEFAULT '',
    closed boolean NOT NULL DEFAULT false,
    closed_by_entry_no bigint,
    reversal_of_entry_no bigint,
    reversed_by_entry_no bigint
);
CREATE INDEX ON vat_entry (vat_date, general_posting_type);
CREATE INDEX ON vat_entry (document_no, posting_date);

CREATE TYPE partner_entry_detail_type AS ENUM ('INITIAL', 'APPLICATION', 'PAYMENT_DISCOUNT', 'ROUNDING', 'REALIZED_GAIN',
    'REALIZED_LOSS', 'UNREALIZED_GAIN', 'UNREALIZED_LOSS');

CREATE TABLE vendor_ledger_entry (
    entry_no bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    transaction_no bigint NOT NULL,
    gl_register_no bigint NOT NULL REFERENCES gl_register,
    vendor_id bigint NOT NULL REFERENCES vendor,
    vendor_posting_group_id bigint NOT NULL REFERENCES vendor_posting_group,
    posting_date date NOT NULL,
    document_date date NOT NULL,
    due_date date NOT NULL,
    document_type document_type NOT NULL DEFAULT 'NONE',
    document_no varchar(20) NOT NULL,
    external_document_no varchar(35) NOT NULL DEFAULT '',
    description text NOT NULL DEFAULT '',
    amount numeric(18,2) NOT NULL,
    currency_id bigint NOT NULL DEFAULT 0 REFERENCES currency,
    currency_amount numeric(18,2) NOT NULL,
    dimension_set_id bigint NOT NULL DEFAULT 0,
    source_code varchar(10) NOT NULL,
    is_open boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN vendor_ledger_entry.amount IS 'Local currency; below zero is a debt to the vendor.';
CREATE INDEX ON vendor_ledger_entry (vendor_id, posting_date);
CREATE INDEX ON vendor_ledger_entry (document_no, posting_date);
CREATE TABLE vendor_ledger_entry_detail (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    vendor_ledger_entry_no bigint NOT NULL REFERENCES vendor_ledger_entry,
    detail_type partner_entry_detail_type NOT NULL,
    transaction_no bigint NOT NULL,
    posting_date date NOT NULL,
    amount numeric(18,2) NOT NULL,
    currency_amount numeric(18,2) NOT NULL
);
CREATE INDEX ON vendor_ledger_entry_detail (vendor_ledger_entry_no);

CREATE TABLE customer_ledger_entry (
    entry_no bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    transaction_no bigint NOT NULL,
    gl_register_no bigint NOT NULL REFERENCES gl_register,
    customer_id bigint NOT NULL REFERENCES customer,
    customer_posting_group_id bigint NOT NULL REFERENCES customer_posting_group,
    posting_date date NOT NULL,
    document_date date NOT NULL,
    due_date date NOT NULL,
    document_type document_type NOT NULL DEFAULT 'NONE',
    document_no varchar(20) NOT NULL,
    external_document_no varchar(35) NOT NULL DEFAULT '',
    description text NOT NULL DEFAULT '',
    amount numeric(18,2) NOT NULL,
    currency_id bigint NOT NULL DEFAULT 0 REFERENCES currency,
    currency_amount numeric(18,2) NOT NULL,
    dimension_set_id bigint NOT NULL DEFAULT 0,
    source_code varchar(10) NOT NULL,
    is_open boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN customer_ledger_entry.amount IS 'Local currency; above zero is owed by the customer.';
CREATE INDEX ON customer_ledger_entry (customer_id, posting_date);
CREATE INDEX ON customer_ledger_entry (document_no, posting_date);
CREATE TABLE customer_ledger_entry_detail (
    id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    customer_ledger_entry_no bigint NOT NULL REFERENCES customer_ledger_entry,
    detail_type partner_entry_detail_type NOT NULL,
    transaction_no bigint NOT NULL,
    posting_date date NOT NULL,
    amount numeric(18,2) NOT NULL,
    currency_amount numeric(18,2) NOT NULL
);
CREATE INDEX ON customer_ledger_entry_detail (customer_ledger_entry_no);
