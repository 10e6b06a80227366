package io.litemaas.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What a process and the machine have used, as Linux counts it.
 *
 * @param processor time of the process on all cores, in user and system mode
 * @param stolen time that the machine was not given though it had work; all cores together
 * @param mebibytes resident now
 */
record Usage(Duration processor, Duration stolen, long mebibytes) {
    private static final long MILLIS_A_TICK = 10;

    static Usage of(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // the program's name, in brackets, may hold blanks
        List<String> fields =
                Arrays.asList(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        long ticks = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
        List<String> machine =
                Arrays.asList(Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1));
        return new Usage(
                Duration.ofMillis(ticks * MILLIS_A_TICK),
                Duration.ofMillis(Long.parseLong(machine.get(8)) * MILLIS_A_TICK),
                resident(pid));
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }
}
