package io.litemaas.emulator.openshift;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletionException;

/** A running stand-in for OpenShift's sign-in on a loopback port. */
public final class OpenShiftEmulator implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long BODY_LIMIT = 64 * 1024L;

    private final Vertx vertx;
    private final HttpServer server;
    private final Faults faults = new Faults();

    private OpenShiftEmulator(EmulatorOptions options, Clock clock) {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer();
        server.requestHandler(routes(options, clock));
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @throws IllegalStateException where the port can't be had
     */
    public static OpenShiftEmulator start(EmulatorOptions options) {
        return start(options, Clock.systemUTC());
    }

    static OpenShiftEmulator start(EmulatorOptions options, Clock clock) {
        OpenShiftEmulator emulator = new OpenShiftEmulator(options, clock);
        try {
            emulator.server
                    .listen(options.port(), HOST)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return emulator;
        } catch (CompletionException e) {
            emulator.close();
            throw new IllegalStateException("port " + options.port() + " is taken or not allowed", e);
        }
    }

    /** Where it listens, without a slash at the end. OpenID's issuer is this and {@code /oidc}. */
    public String url() {
        return "http://" + HOST + ":" + server.actualPort();
    }

    /** Its switches. */
    public Faults faults() {
        return faults;
    }

    /** Stops it; requests that hang are cut. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Router routes(EmulatorOptions options, Clock clock) {
        RandomText random = new RandomText(new SecureRandom());
        People people = new People(options.people());
        AccessTokens tokens = new AccessTokens(clock, random);
        OpenShift openShift = new OpenShift(this::url, tokens, faults);
        OpenId openId = new OpenId(this::url, tokens, faults, new IdTokens(clock));
        Codes openShiftCodes = new Codes(clock, random);
        Codes openIdCodes = new Codes(clock, random);

        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        new AuthorizeEndpoint("/oauth/authorize", openShift, options, people, openShiftCodes, faults).mountOn(router);
        new TokenEndpoint("/oauth/token", openShift, options, openShiftCodes, faults).mountOn(router);
        openShift.mountOn(router);
        new AuthorizeEndpoint("/oidc/authorize", openId, options, people, openIdCodes, faults).mountOn(router);
        new TokenEndpoint("/oidc/token", openId, options, openIdCodes, faults).mountOn(router);
        openId.mountOn(router);
        new FaultRoutes(faults).mountOn(router);
        return router;
    }
}
