#!/usr/bin/env bash
# read_json's columns name the types to read values as, and DuckDB's casts round half away from zero: 0.5 and
# 2.5 become 1 and 3 as INTEGER. Expected: read_json gives the same for the same digits, or refuses a fraction
# for a whole number as it refuses the text "2.5".
# Seen with DuckDB 2.0.0.1: read_json goes by way of a double, which rounds half to even: 0 and 2, silently.
. "$(dirname "$0")/common.sh"
jars org.duckdb:duckdb_jdbc:2.0.0.1
printf '{"x":0.5}\n{"x":1.5}\n{"x":2.5}\n' > numbers.json
printf '{"x":"2.5"}\n' > text.json

cat > Rounding.java <<'JAVA'
import java.sql.DriverManager;
import java.sql.SQLException;

class Rounding {
    public static void main(String[] none) throws Exception {
        show("cast", "SELECT 0.5::INTEGER || ' ' || 1.5::INTEGER || ' ' || 2.5::INTEGER");
        show("text", "SELECT '0.5'::INTEGER || ' ' || '1.5'::INTEGER || ' ' || '2.5'::INTEGER");
        show("json", "SELECT string_agg(x, ' ') FROM read_json('numbers.json', columns = {x: 'INTEGER'})");
        show("quoted", "SELECT x FROM read_json('text.json', columns = {x: 'INTEGER'})");
    }

    static void show(String what, String query) throws SQLException {
        String seen;
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            seen = rows.getString(1);
        } catch (SQLException refused) {
            seen = "refused";
        }
        System.out.println(what + "=" + seen);
    }
}
JAVA
run_java Rounding.java > output
expect '0.5, 1.5, 2.5 cast to INTEGER'          '1 2 3' "$(field cast)"
expect 'the texts cast to INTEGER'              '1 2 3' "$(field text)"
expect 'the JSON numbers in an INTEGER column'  '0 2 2' "$(field json)"
expect 'the JSON text "2.5" there'              refused "$(field quoted)"
finish
