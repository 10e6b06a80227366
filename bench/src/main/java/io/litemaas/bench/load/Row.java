package io.litemaas.bench.load;

import io.litemaas.bench.load.Load.Measured;
import java.time.Duration;
import java.util.Locale;

/**
 * What was measured of one work in one build.
 *
 * @param saturated as fast as it goes
 * @param half at half that rate
 * @param processor the rooms' time while saturated
 * @param stolen the share of the machine's time that it was not given then
 * @param mebibytes resident afterwards
 * @param work of the database while saturated
 */
record Row(
        String build,
        Subject subject,
        Measured saturated,
        Measured half,
        Duration processor,
        double stolen,
        long mebibytes,
        Database.Work work) {
    static final String HEAD =
            "| work | build | a second | p50 at half | p99 at half | p99 at most | errors | CPU a call | steal"
                    + " | RSS | statements | rows |\n|---|---|---|---|---|---|---|---|---|---|---|---|";
    static final String CSV_HEAD =
            "work,build,unit,per_second,p50_half_ms,p99_half_ms,p99_saturated_ms,errors,cpu_us_per_call,steal,rss_mib,statements_per_call,rows_per_call";

    @Override
    public String toString() {
        return "| %s | %s | %,.0f | %.1f ms | %.1f ms | %.1f ms | %d | %.0f µs | %.0f %% | %d MiB | %.1f | %.1f |"
                .formatted(
                        subject.name(),
                        build,
                        perSecond(),
                        half.p50(),
                        half.p99(),
                        saturated.p99(),
                        errors(),
                        processorMicros(),
                        stolen * 100,
                        mebibytes,
                        perCall(work.statements()),
                        perCall(work.rows()));
    }

    String csv() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%.1f,%.3f,%.3f,%.3f,%d,%.1f,%.4f,%d,%.2f,%.2f",
                subject.name(),
                build,
                subject.unit(),
                perSecond(),
                half.p50(),
                half.p99(),
                saturated.p99(),
                errors(),
                processorMicros(),
                stolen,
                mebibytes,
                perCall(work.statements()),
                perCall(work.rows()));
    }

    private double perSecond() {
        return saturated.rate() * subject.units();
    }

    private long errors() {
        return saturated.errors() + half.errors();
    }

    private double processorMicros() {
        return perCall(processor.toNanos() / 1000);
    }

    private double perCall(long all) {
        return (double) all / Math.max(1, saturated.calls());
    }
}
