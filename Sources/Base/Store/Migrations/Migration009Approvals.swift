extension Migration {
    /// Requests bind one version of one record; seats say who decides, one row a person and step.
    static let approvals = Migration(
        name: "009-approvals",
        sql: """
            CREATE TABLE approval_route (
                approval_route_id INTEGER PRIMARY KEY,
                type TEXT NOT NULL,
                name TEXT NOT NULL CHECK (name <> ''),
                place INTEGER NOT NULL,
                condition TEXT CHECK (condition IS NULL OR json_valid(condition)),
                steps TEXT NOT NULL CHECK (json_valid(steps)),
                is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
                UNIQUE (type, name)
            ) STRICT;
            CREATE TABLE approval_request (
                approval_request_id INTEGER PRIMARY KEY,
                record_id INTEGER NOT NULL REFERENCES record,
                version INTEGER NOT NULL,
                move TEXT NOT NULL,
                note TEXT NOT NULL,
                route TEXT NOT NULL,
                steps TEXT NOT NULL CHECK (json_valid(steps)),
                requested_by INTEGER NOT NULL REFERENCES account,
                requested_at TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'rejected', 'returned', 'withdrawn', 'voided')),
                step INTEGER NOT NULL CHECK (step >= 0),
                step_opened_at TEXT NOT NULL,
                due_at TEXT,
                escalated_at TEXT,
                closed_at TEXT
            ) STRICT;
            CREATE UNIQUE INDEX approval_request_open ON approval_request (record_id) WHERE state = 'open';
            CREATE INDEX approval_request_record ON approval_request (record_id);
            CREATE INDEX approval_request_due ON approval_request (due_at) WHERE state = 'open';
            CREATE TABLE approval_seat (
                approval_request_id INTEGER NOT NULL REFERENCES approval_request,
                step INTEGER NOT NULL,
                account_id INTEGER NOT NULL REFERENCES account,
                for_account_id INTEGER REFERENCES account,
                is_escalation INTEGER NOT NULL CHECK (is_escalation IN (0, 1)),
                decision TEXT CHECK (decision IN ('approve', 'reject', 'return', 'handed_over')),
                text TEXT,
                decided_at TEXT,
                PRIMARY KEY (approval_request_id, step, account_id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX approval_seat_open ON approval_seat (account_id) WHERE decision IS NULL;
            CREATE TABLE approval_delegation (
                account_id INTEGER NOT NULL REFERENCES account,
                to_account_id INTEGER NOT NULL REFERENCES account CHECK (to_account_id <> account_id),
                from_on TEXT NOT NULL,
                to_on TEXT NOT NULL CHECK (to_on >= from_on),
                PRIMARY KEY (account_id, from_on)
            ) STRICT, WITHOUT ROWID;
            """)
}
