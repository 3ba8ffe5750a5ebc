-- Documents of the library are text: the bytes that were written are the bytes that are read. jsonb would put the fields in another
-- order, so it is only used to look into them. Nothing here is an identity or a sequence: both leave gaps when a transaction fails.

-- The only table with names and bank accounts of customers. All others know the id.
create table customer (
    id          text primary key,
    name        text,
    account     text unique,
    erased_at   timestamptz,
    check (erased_at is null or (name is null and account is null))
);

-- One row for each customer's receivables. Whoever posts to the ledger of a customer locks it.
create table account (
    customer    text primary key references customer,
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    version     integer not null default 0 check (version >= 0)
);

create table contract (
    id          text primary key,
    customer    text not null references account,
    document    text not null,
    mark        text,
    terms       jsonb generated always as (document::jsonb -> 'terms') stored,
    check (document::jsonb ->> 'id' = id),
    check (document::jsonb ->> 'customer' = customer)
);
create index on contract (customer, id);

-- billed_on is the day of the run that billed it, and empty for what no run has looked at or what a finding of each run names.
create table usage_event (
    id          text primary key,
    contract    text not null references contract,
    meter       text not null,
    quantity    numeric not null,
    at          timestamptz not null,
    billed_on   date
);
create index on usage_event (contract, at);
create index on usage_event (contract) where billed_on is null;

-- What the bill runs left: billing-json's billed-period and, in contract.mark, billing-mark.
create table billed_period (
    contract    text not null references contract,
    cycle       text not null,
    number      bigint not null,
    document    text not null,
    primary key (contract, cycle, number)
);

-- Each line that was ever billed, by its id, which is made of what it bills: no line is billed twice.
create table billed_line (
    id          text primary key,
    contract    text not null references contract,
    billed_on   date not null,
    amount      numeric not null
);
create index on billed_line (contract);

-- The counter of each series of documents.
create table document_number (
    series      text primary key,
    last        bigint not null check (last >= 0)
);

create table invoice (
    number      text primary key,
    series      text not null references document_number,
    position    bigint not null check (position > 0),
    contract    text not null references contract,
    customer    text not null references account,
    issue_date  date not null,
    type        text not null,
    net         numeric not null,
    due         numeric not null check (due >= 0),
    hash        text not null unique,
    document    text not null,
    unique (series, position),
    check (document::jsonb ->> 'number' = number),
    check (document::jsonb ->> 'hash' = hash)
);
create index on invoice (customer);

create table ledger_entry (
    customer    text not null references account,
    position    integer not null check (position > 0),
    key         text not null,
    kind        text not null generated always as (document::jsonb -> 'fact' ->> 'kind') stored,
    document    text not null,
    primary key (customer, position),
    unique (customer, key),
    check (document::jsonb ->> 'key' = key),
    check (document::jsonb -> 'fact' ->> 'customer' = customer)
);

-- What the ledger says is open, and what money and credits are on account: kept in the transaction that posts.
create table open_item (
    document    text primary key references invoice,
    customer    text not null references account,
    dated       date not null,
    due_date    date not null,
    amount      numeric not null,
    open        numeric not null check (open > 0 and open <= amount)
);
create index on open_item (customer);

create table on_account (
    id          text primary key,
    customer    text not null references account,
    amount      numeric not null check (amount > 0),
    rest        numeric not null check (rest >= 0 and rest <= amount)
);
create index on on_account (customer) where rest > 0;

-- The company's own accounts. The short name goes before the bank's references, which are unique for an account only.
create table bank_account (
    id          text primary key check (length(id) between 1 and 19),
    number      text not null unique
);

-- By the kind, too: a report of a day may have the id of its statement.
create table bank_statement (
    account     text not null references bank_account,
    kind        text not null,
    id          text not null,
    entries     integer,
    proof       text,
    primary key (account, kind, id)
);

-- Money that came, by account and reference of the bank: what is read twice is one payment. Payer and words stay in the file.
create table bank_entry (
    id          text primary key,
    account     text not null,
    kind        text not null,
    statement   text not null,
    value_date  date not null,
    amount      numeric not null check (amount > 0),
    currency    text not null,
    outcome     text not null,
    customer    text references account,
    foreign key (account, kind, statement) references bank_statement,
    check ((outcome = 'POSTED') = (customer is not null))
);

create table customer_statement (
    customer    text not null references account,
    month       text not null check (month ~ '^\d{4}-\d{2}$'),
    known_at    timestamptz not null,
    opening     numeric not null,
    closing     numeric not null,
    to_pay      numeric not null check (to_pay >= 0),
    primary key (customer, month)
);

create table statement_line (
    customer    text not null,
    month       text not null,
    position    integer not null check (position > 0),
    day         date not null,
    kind        text not null,
    reference   text not null,
    amount      numeric not null,
    balance     numeric not null,
    primary key (customer, month, position),
    foreign key (customer, month) references customer_statement
);

-- What was issued, posted or sent is never changed, and never taken away; of usage, only billed_on is. What was reported wrong is taken
-- back by an event of its own.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is added to, never changed', tg_table_name;
end $$;

create trigger never_changed before update or delete or truncate on invoice
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on billed_line
    for each statement execute function refuse_change();
create trigger never_changed before update of id, contract, meter, quantity, at or delete or truncate on usage_event
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on customer_statement
    for each statement execute function refuse_change();
create trigger never_changed before update or delete or truncate on statement_line
    for each statement execute function refuse_change();
