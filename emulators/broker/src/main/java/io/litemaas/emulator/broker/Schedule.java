package io.litemaas.emulator.broker;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five fields of cron, in UTC. Where day of month and day of week are both given, both must fit. */
record Schedule(
        Set<Integer> minutes, Set<Integer> hours, Set<Integer> days, Set<Integer> months, Set<Integer> weekdays) {
    private static final Pattern PART = Pattern.compile("(\\*|(\\d+)(?:-(\\d+))?)(?:/([1-9]\\d*))?");
    private static final int FIELDS = 5;
    /** A date that fits comes within four years, or never. */
    private static final int MOST_MINUTES = 4 * 366 * 24 * 60;

    /** Reads it, or refuses with a sentence. */
    static Schedule parse(String cron) {
        String[] fields = cron.trim().split("\\s+", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("a schedule has five fields, such as * * * * *, not " + cron);
        }
        return new Schedule(
                field(fields[0], 0, 59),
                field(fields[1], 0, 23),
                field(fields[2], 1, 31),
                field(fields[3], 1, 12),
                field(fields[4], 0, 6));
    }

    /** The next time after this one. */
    ZonedDateTime after(ZonedDateTime time) {
        ZonedDateTime next = time.truncatedTo(ChronoUnit.MINUTES);
        for (int minute = 0; minute < MOST_MINUTES; minute++) {
            next = next.plusMinutes(1);
            if (fits(next)) {
                return next;
            }
        }
        throw new IllegalArgumentException("the schedule never comes");
    }

    private boolean fits(ZonedDateTime time) {
        return minutes.contains(time.getMinute())
                && hours.contains(time.getHour())
                && days.contains(time.getDayOfMonth())
                && months.contains(time.getMonthValue())
                && weekdays.contains(time.getDayOfWeek().getValue() % 7);
    }

    private static Set<Integer> field(String text, int least, int most) {
        Set<Integer> values = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher match = PART.matcher(part);
            if (!match.matches()) {
                throw new IllegalArgumentException("not a field of a schedule: " + text);
            }
            boolean all = match.group(1).equals("*");
            int from = all ? least : Integer.parseInt(match.group(2));
            int to = all || (match.group(3) == null && match.group(4) != null) ? most : from;
            to = match.group(3) == null ? to : Integer.parseInt(match.group(3));
            int step = match.group(4) == null ? 1 : Integer.parseInt(match.group(4));
            if (from < least || to > most || from > to) {
                throw new IllegalArgumentException("a field of the schedule is " + least + " to " + most + ": " + text);
            }
            for (int value = from; value <= to; value += step) {
                values.add(value);
            }
        }
        return Set.copyOf(values);
    }
}
