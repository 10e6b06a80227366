package io.litemaas.emulator.litellm;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;

/** Puts the routes together. */
record Wiring(
        EmulatorOptions options,
        Store store,
        Ledger ledger,
        Faults faults,
        LogPush logs,
        Push push,
        RequestLog requests) {

    Router router(Vertx vertx, Object lock, LiteLlmEmulator emulator, Runnable keep) {
        Clock clock = options.clock();
        Ids ids = new Ids();
        ModelCatalogue catalogue = new ModelCatalogue();
        Alerts alerts = new Alerts(options, faults, push);
        Bookkeeping books = new Bookkeeping(catalogue, store, ledger, logs, alerts, ids, options);
        TeamCache teams = new TeamCache(store, clock);
        Gate gate = new Gate(options.masterKey(), store, faults, teams, clock);
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false)).handler(new FaultHandler(faults, requests));
        Face face = new Face(router, lock, gate, faults, ledger::applyDue, keep, books);
        new FaultRoutes(emulator).addTo(face);
        new HealthRoutes(faults, alerts).addTo(face);
        new ModelRoutes(catalogue, store).addTo(face);
        management(face, teams, ids, clock);
        new ChatRoutes(
                        catalogue,
                        store,
                        new Budgets(store, ledger, alerts),
                        new RateWindows(store, clock),
                        books,
                        ids,
                        clock,
                        options.cache())
                .addTo(face);
        new SpendRoutes(store, ledger).addTo(face);
        new DailyActivity(store, ledger).addTo(face);
        router.errorHandler(
                404,
                context -> Face.send(context, Refusal.detail(404, "Not Found").reply()));
        router.errorHandler(
                405,
                context -> Face.send(
                        context, Refusal.detail(405, "Method Not Allowed").reply()));
        return router;
    }

    private void management(Face face, TeamCache teams, Ids ids, Clock clock) {
        KeyGeneration generation = new KeyGeneration(store, teams, ids, clock);
        KeyRemoval removal = new KeyRemoval(store, ids, clock);
        UserChange users = new UserChange(store, ids, clock);
        TeamMembers members = new TeamMembers(store, users, ids, clock);
        new KeyRoutes(store, generation, new KeyChange(store, clock), removal, clock).addTo(face);
        new KeyListing(store).addTo(face);
        new UserRoutes(store, users, generation, ids).addTo(face);
        new UserQueries(store).addTo(face);
        new TeamRoutes(store, members, removal, ids, clock).addTo(face);
        members.addTo(face);
    }
}
