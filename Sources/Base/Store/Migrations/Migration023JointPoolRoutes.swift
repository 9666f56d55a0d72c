extension Migration {
    /// Who agrees to what is paid together: the department that pays, then finance; what marketing and others pay, finance
    /// alone. Routes are data; these are the first ones. A company that has routes already keeps its own.
    static let jointPoolRoutes = Migration(
        name: "023-joint-pool-routes",
        sql: """
            INSERT INTO approval_route (type, name, place, condition, steps, is_active)
            SELECT 'resource_booking', name, place,
                CASE WHEN payer IS NOT NULL THEN '{"field":"payer","anyOf":["' || payer || '"]}' END,
                '[' || CASE WHEN payer IS NOT NULL
                    THEN '{"name":{"zh":"出资部门确认","en":"Who pays"},"people":{"role":{"_0":"' || payer || '"}},'
                        || '"rule":{"any":{}},"hours":48,"escalation":{"role":{"_0":"executive"}}},'
                    ELSE '' END
                    || '{"name":{"zh":"财务审批","en":"Finance"},"people":{"role":{"_0":"finance"}},"rule":{"any":{}},'
                    || '"hours":48,"escalation":{"role":{"_0":"executive"}}}]', 1
            FROM (
                SELECT 'sales' AS payer, '联合活动池：销售出资 / Paid by sales' AS name, 1 AS place
                UNION ALL
                SELECT 'product', '联合活动池：产品出资 / Paid by product', 2
                UNION ALL
                SELECT NULL, '资源投入 / Resource booking', 3
            )
            WHERE 'resource_booking' NOT IN (SELECT type FROM approval_route);
            INSERT INTO approval_route_version (approval_route_id, version, name, condition, steps, is_active, author, at)
            SELECT approval_route_id, version, name, condition, steps, is_active, 'system', NULL FROM approval_route
            WHERE type = 'resource_booking' AND (approval_route_id, version)
                NOT IN (SELECT approval_route_id, version FROM approval_route_version);
            """)
}
