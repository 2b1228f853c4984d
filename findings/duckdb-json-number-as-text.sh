#!/usr/bin/env bash
# Who asks read_json for a VARCHAR or JSON column wants the value as it stands in the file; DuckDB keeps a
# JSON value that is cast from a text, and a whole record from read_json_objects, to the letter. Expected: the
# digits of a number come through, however many.
# Seen with DuckDB 2.0.0.1: a number is written anew from a double. 1.50 becomes 1.5, 1E2 becomes 100.0, and
# 100000000000000000000.5 loses all but its size; whole numbers of any length stay as they are.
. "$(dirname "$0")/common.sh"
jars org.duckdb:duckdb_jdbc:2.0.0.1
printf '{"x":1.50}\n{"x":1E2}\n{"x":100000000000000000000.5}\n{"x":100000000000000000000000000000000001}\n' > numbers.json

cat > Texts.java <<'JAVA'
import java.sql.DriverManager;

class Texts {
    public static void main(String[] none) throws Exception {
        show("varchar", "SELECT string_agg(x, ' ') FROM read_json('numbers.json', columns = {x: 'VARCHAR'})");
        show("json", "SELECT string_agg(x::VARCHAR, ' ') FROM read_json('numbers.json', columns = {x: 'JSON'})");
        show("cast", "SELECT '[1.50, 1E2]'::JSON::VARCHAR");
        show("objects", "SELECT json::VARCHAR FROM read_json_objects('numbers.json') LIMIT 1");
    }

    static void show(String what, String query) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            System.out.println(what + "=" + rows.getString(1));
        }
    }
}
JAVA
run_java Texts.java > output
expect 'VARCHAR column'    '1.5 100.0 1e+20 100000000000000000000000000000000001' "$(field varchar)"
expect 'JSON column'       '1.5 100.0 100000000000000000000.0 100000000000000000000000000000000001' "$(field json)"
expect 'text cast to JSON' '[1.50, 1E2]' "$(field cast)"
expect 'whole record'      '{"x":1.50}'  "$(field objects)"
finish
