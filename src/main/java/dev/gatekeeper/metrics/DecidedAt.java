package dev.gatekeeper.metrics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** A record's time as a number: microseconds since 1970, of which every year up to 9999 leaves five bits of a long free. */
final class DecidedAt {

    static final long SECOND = 1_000_000;

    private static final long DAY = 86_400;
    private static final long END =
            Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1).getEpochSecond();

    /** As records have it. */
    private static final String FORM = "dddd-dd-ddTdd:dd:ddZ";

    private DecidedAt() {}

    /** The time that {@code text} says, with {@code Z} or an offset; none where it isn't one of 1970 to 9999 (UTC). */
    static OptionalLong read(String text) {
        try {
            long micros = hasForm(text)
                    ? seconds(text) * SECOND
                    : ChronoUnit.MICROS.between(
                            Instant.EPOCH, OffsetDateTime.parse(text).toInstant());
            return micros < 0 || micros >= END * SECOND ? OptionalLong.empty() : OptionalLong.of(micros);
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean hasForm(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int at = 0; at < FORM.length(); at++) {
            char c = text.charAt(at);
            if (FORM.charAt(at) == 'd' ? c < '0' || c > '9' : c != FORM.charAt(at)) {
                return false;
            }
        }
        return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
    }

    private static long seconds(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        return day * DAY + number(text, 11, 13) * 3_600L + number(text, 14, 16) * 60L + number(text, 17, 19);
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int at = start; at < end; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    /** The day (UTC). */
    static LocalDate day(long at) {
        return LocalDate.ofEpochDay(at / SECOND / DAY);
    }
}
