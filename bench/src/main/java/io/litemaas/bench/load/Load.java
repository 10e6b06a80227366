package io.litemaas.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;

/** Calls over kept connections, from one thread, so that the machine is left to what is measured. */
final class Load implements AutoCloseable {
    private static final long LONGEST_MICROS = 60_000_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;
    private final int connections;

    Load(URI api, int connections) {
        this.connections = connections;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(api.getHost())
                .setDefaultPort(api.getPort())
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(-1)
                .setKeepAliveTimeout(60));
    }

    /** Each caller makes its next call when the one before is answered. */
    Measured saturate(LongFunction<Call> calls, Duration length) throws InterruptedException {
        Run run = new Run(calls, length);
        vertx.runOnContext(start -> {
            run.begin();
            for (int caller = 0; caller < connections; caller++) {
                callOn(run);
            }
        });
        return run.await();
    }

    private void callOn(Run run) {
        if (run.isOver()) {
            run.callerEnded(connections);
            return;
        }
        send(run, System.nanoTime(), () -> callOn(run));
    }

    /**
     * Calls come at a steady rate, whatever becomes of those before: a call that had to wait for a slow one counts from when it
     * was due.
     */
    Measured pace(LongFunction<Call> calls, double rate, Duration length) throws InterruptedException {
        Run run = new Run(calls, length);
        vertx.runOnContext(start -> {
            run.begin();
            vertx.setPeriodic(1, timer -> {
                while (!run.isOver() && run.started() < run.elapsedSeconds() * rate) {
                    long due = run.began + (long) (run.started() / rate * 1e9);
                    send(run, due, () -> {});
                }
                if (run.isOver() && run.open() == 0) {
                    vertx.cancelTimer(timer);
                    run.done.countDown();
                }
            });
        });
        return run.await();
    }

    private void send(Run run, long due, Runnable then) {
        Call call = run.next();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setURI(call.path());
        call.headers().forEach(options::putHeader);
        http.request(options)
                .compose(request -> request.send(Buffer.buffer(call.body())))
                .compose(response -> response.body().map(body -> isRight(response)))
                .onComplete(answered -> {
                    run.answered(due, answered.succeeded() && answered.result());
                    then.run();
                });
    }

    private static boolean isRight(HttpClientResponse response) {
        return response.statusCode() >= 200 && response.statusCode() < 300;
    }

    @Override
    public void close() {
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What came of a run; touched by the one thread of the event loop until it is over. */
    private static final class Run {
        private final LongFunction<Call> calls;
        private final Duration length;
        private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
        private final CountDownLatch done = new CountDownLatch(1);
        private long started;
        private long answered;
        private long errors;
        private int ended;
        private long began;
        private long lastAnswer;

        private Run(LongFunction<Call> calls, Duration length) {
            this.calls = calls;
            this.length = length;
        }

        private void begin() {
            began = System.nanoTime();
        }

        private boolean isOver() {
            return System.nanoTime() - began >= length.toNanos();
        }

        private double elapsedSeconds() {
            return (System.nanoTime() - began) / 1e9;
        }

        private long started() {
            return started;
        }

        private long open() {
            return started - answered;
        }

        private Call next() {
            return calls.apply(started++);
        }

        private void answered(long due, boolean right) {
            answered++;
            lastAnswer = System.nanoTime();
            if (right) {
                micros.recordValue(Math.min(LONGEST_MICROS, (lastAnswer - due) / 1000));
            } else {
                errors++;
            }
        }

        private void callerEnded(int callers) {
            if (++ended == callers) {
                done.countDown();
            }
        }

        private Measured await() throws InterruptedException {
            done.await();
            double seconds = (lastAnswer - began) / 1e9;
            return new Measured(
                    (answered - errors) / seconds,
                    answered,
                    errors,
                    micros.getValueAtPercentile(50) / 1000.0,
                    micros.getValueAtPercentile(99) / 1000.0);
        }
    }

    /**
     * What came of it.
     *
     * @param rate right answers a second
     * @param p50 in milliseconds
     * @param p99 in milliseconds
     */
    record Measured(double rate, long calls, long errors, double p50, double p99) {}
}
