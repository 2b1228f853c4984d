#!/usr/bin/env bash
# A JSON time such as 2026-01-01T00:00:00+02:00 is one instant, 22:00 UTC of the day before; DuckDB says so
# itself when it guesses the type. Expected: a column asked for as TIMESTAMP holds that instant in UTC, or is
# refused.
# Seen with DuckDB 2.0.0.1 in a session in UTC: the offset is read, checked and dropped. Times with different
# offsets land in one column as if they had none, and differ from the guessed column by the offset.
. "$(dirname "$0")/common.sh"
jars org.duckdb:duckdb_jdbc:2.0.0.1
printf '{"t":"2026-01-01T00:00:00+02:00"}\n' > times.json
printf '{"t":"2026-01-01T00:00:00+02:xx"}\n' > wrong.json

cat > Times.java <<'JAVA'
import java.sql.DriverManager;
import java.sql.SQLException;

class Times {
    public static void main(String[] none) throws SQLException {
        show("guessed", "SELECT t::VARCHAR FROM read_json('times.json')");
        show("instant", "SELECT t::VARCHAR FROM read_json('times.json', columns = {t: 'TIMESTAMPTZ'})");
        show("plain", "SELECT t::VARCHAR FROM read_json('times.json', columns = {t: 'TIMESTAMP'})");
        show("wrong", "SELECT t::VARCHAR FROM read_json('wrong.json', columns = {t: 'TIMESTAMP'})");
    }

    static void show(String what, String query) throws SQLException {
        String seen;
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            connection.createStatement().execute("SET TimeZone = 'UTC'");
            var rows = connection.createStatement().executeQuery(query);
            rows.next();
            seen = rows.getString(1);
        } catch (SQLException refused) {
            seen = "refused";
        }
        System.out.println(what + "=" + seen);
    }
}
JAVA
run_java Times.java > output
expect 'type guessed'          '2025-12-31 22:00:00+00' "$(field guessed)"
expect 'asked as TIMESTAMPTZ'  '2025-12-31 22:00:00+00' "$(field instant)"
expect 'asked as TIMESTAMP'    '2026-01-01 00:00:00'    "$(field plain)"
expect 'an offset that is none' refused                 "$(field wrong)"
finish
