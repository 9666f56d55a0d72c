extension Migration {
    /// Who agrees to budgets and spends until a company changes it: finance to all, an executive besides to budgets, pool
    /// draws and large spends. Routes are data; these are the first ones. Kinds that have routes already keep theirs.
    static let budgetRoutes = Migration(
        name: "012-budget-routes",
        sql: """
            INSERT INTO approval_route (type, name, place, condition, steps, is_active)
            SELECT kind, name, place, condition,
                '[{"name":{"zh":"财务审批","en":"Finance"},"people":{"role":{"_0":"finance"}},"rule":{"any":{}},"hours":48,'
                    || '"escalation":{"role":{"_0":"executive"}}}'
                    || CASE WHEN is_large
                        THEN ',{"name":{"zh":"管理层审批","en":"Management"},"people":{"role":{"_0":"executive"}},'
                            || '"rule":{"any":{}},"hours":48}'
                        ELSE '' END
                    || ']', 1
            FROM (
                SELECT 'budget' AS kind, '预算 / Budget' AS name, 1 AS place, NULL AS condition, TRUE AS is_large
                UNION ALL
                SELECT 'spend_request', '大额支出 / Large spend', 1, '{"field":"spend_level","anyOf":["large"]}', TRUE
                UNION ALL
                SELECT 'spend_request', '一般支出 / Usual spend', 2, NULL, FALSE
                UNION ALL
                SELECT 'budget_transfer', '预算调剂 / Transfer', 1, NULL, FALSE
                UNION ALL
                SELECT 'pool_draw', '弹性池动用 / Pool draw', 1, NULL, TRUE
            )
            WHERE kind NOT IN (SELECT type FROM approval_route);
            """)
}
