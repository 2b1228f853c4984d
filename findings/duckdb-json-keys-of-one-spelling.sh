#!/usr/bin/env bash
# DuckDB compares names without regard to case; keys of JSON differ by case. At the top level read_json gives
# the second spelling a name of its own (A_1). Expected: the same inside a nested object.
# Seen with DuckDB 2.0.0.1: nested, it is an error, even where no single record holds both spellings. And the
# names in columns = {...} do regard case, so columns = {a: ...} finds no "A" and gives NULL.
. "$(dirname "$0")/common.sh"
jars org.duckdb:duckdb_jdbc:2.0.0.1
printf '{"a":1}\n{"A":2}\n' > top.json
printf '{"o":{"a":1}}\n{"o":{"A":2}}\n' > nested.json

cat > Keys.java <<'JAVA'
import java.sql.DriverManager;
import java.sql.SQLException;

class Keys {
    public static void main(String[] none) throws SQLException {
        show("top", "SELECT string_agg(column_name, ' ') FROM (DESCRIBE FROM read_json('top.json'))");
        show("nested", "SELECT count(*) FROM read_json('nested.json')");
        show("columns", "SELECT string_agg(coalesce(a::VARCHAR, 'NULL'), ' ')"
                + " FROM read_json('top.json', columns = {a: 'INTEGER'})");
    }

    static void show(String what, String query) throws SQLException {
        String seen;
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            seen = rows.getString(1);
        } catch (SQLException refused) {
            System.err.println(refused.getMessage().lines().findFirst().orElse(""));
            seen = "refused";
        }
        System.out.println(what + "=" + seen);
    }
}
JAVA
run_java Keys.java > output
expect 'columns of {"a":1} {"A":2}'             'a A_1'  "$(field top)"
expect '{"o":{"a":1}} {"o":{"A":2}}'            refused  "$(field nested)"
expect '{"a":1} {"A":2} with columns = {a: …}'  '1 NULL' "$(field columns)"
finish
