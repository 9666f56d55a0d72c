extension Migration {
    /// Governance bodies decide steps: their rule and quorum are kept as they were when the step opened. Routes have
    /// versions, reminders a time, and somebody may sit in a step's own body and in the one that it is escalated to.
    static let approvalBodies = Migration(
        name: "017-approval-bodies",
        sql: """
            ALTER TABLE approval_route ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
            CREATE TABLE approval_route_version (
                approval_route_id INTEGER NOT NULL REFERENCES approval_route,
                version INTEGER NOT NULL,
                name TEXT NOT NULL,
                condition TEXT CHECK (condition IS NULL OR json_valid(condition)),
                steps TEXT NOT NULL CHECK (json_valid(steps)),
                is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
                author TEXT NOT NULL,
                at TEXT,
                PRIMARY KEY (approval_route_id, version)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO approval_route_version
            SELECT approval_route_id, 1, name, condition, steps, is_active, 'system', NULL FROM approval_route;
            ALTER TABLE approval_request ADD COLUMN route_version INTEGER;
            ALTER TABLE approval_request ADD COLUMN reminded_at TEXT;
            CREATE TABLE approval_ballot (
                approval_request_id INTEGER NOT NULL REFERENCES approval_request,
                step INTEGER NOT NULL,
                is_escalation INTEGER NOT NULL CHECK (is_escalation IN (0, 1)),
                body_id INTEGER NOT NULL REFERENCES record,
                name TEXT NOT NULL,
                rule TEXT NOT NULL CHECK (rule IN ('unanimous', 'majority', 'two_thirds', 'chair', 'each_function')),
                seats INTEGER NOT NULL CHECK (seats > 0),
                quorum INTEGER NOT NULL CHECK (quorum BETWEEN 1 AND seats),
                PRIMARY KEY (approval_request_id, step, is_escalation)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE approval_seat_new (
                approval_request_id INTEGER NOT NULL REFERENCES approval_request,
                step INTEGER NOT NULL,
                account_id INTEGER NOT NULL REFERENCES account,
                for_account_id INTEGER REFERENCES account,
                is_escalation INTEGER NOT NULL CHECK (is_escalation IN (0, 1)),
                function TEXT,
                is_chair INTEGER NOT NULL DEFAULT 0 CHECK (is_chair IN (0, 1)),
                decision TEXT CHECK (decision IN ('approve', 'reject', 'return', 'handed_over')),
                text TEXT,
                decided_at TEXT,
                PRIMARY KEY (approval_request_id, step, account_id, is_escalation)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO approval_seat_new
                (approval_request_id, step, account_id, for_account_id, is_escalation, decision, text, decided_at)
            SELECT approval_request_id, step, account_id, for_account_id, is_escalation, decision, text, decided_at
            FROM approval_seat;
            DROP TABLE approval_seat;
            ALTER TABLE approval_seat_new RENAME TO approval_seat;
            CREATE INDEX approval_seat_open ON approval_seat (account_id) WHERE decision IS NULL;
            """)
}
