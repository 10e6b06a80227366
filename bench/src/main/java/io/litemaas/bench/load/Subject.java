package io.litemaas.bench.load;

import java.util.function.LongFunction;

/**
 * Something whose cost is measured.
 *
 * @param name by which it is chosen
 * @param unit what is counted, such as a call or a booked row
 * @param units how many of that each request is worth
 * @param calls the nth call, which must be answered with a 2xx
 */
record Subject(String name, String unit, int units, LongFunction<Call> calls) {

    static Subject ofCalls(String name, LongFunction<Call> calls) {
        return new Subject(name, "call", 1, calls);
    }
}
