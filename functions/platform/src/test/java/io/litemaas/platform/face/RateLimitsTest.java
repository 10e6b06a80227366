package io.litemaas.platform.face;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.litemaas.testing.RoomResource;
import io.litemaas.testing.Sql;
import io.litemaas.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counting callers holds when there are very many of them, and whatever becomes of their calls. */
@QuarkusTest
@QuarkusTestResource(value = RoomResource.class, initArgs = @ResourceArg(name = "rooms", value = "operations,alerts"))
@QuarkusTestResource(value = RateLimitsTest.BehindAGateway.class, restrictToAnnotatedClass = true)
class RateLimitsTest {
    /** Over two minutes' worth: where a minute ends while a test calls, one of the two had too many of the calls. */
    private static final int TOO_MANY = 2 * Rate.SIGN_IN.perMinute() + 2;

    private static final int BUCKETS = 1 << 18;

    private final Sql sql = TestDatabase.shared().sql();

    @BeforeEach
    @AfterEach
    void forget() {
        sql.run("delete from platform.rate_limit");
    }

    @Test
    void a_caller_is_told_to_wait_and_another_is_not() {
        Response refused = refusalOf(call -> call("/samples/limited", "203.0.113.7"));

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(call("/samples/limited", "203.0.113.8").statusCode()).isEqualTo(204);
    }

    @Test
    void a_call_counts_that_was_undone() {
        Response refused = refusalOf(call -> call("/samples/limited-and-undone", "203.0.113.7"));

        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void all_addresses_of_one_customer_count_as_one() {
        Response refused =
                refusalOf(call -> call("/samples/limited", "2001:db8:7:7::" + Integer.toHexString(call + 1)));

        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void only_what_the_gateway_says_is_believed() {
        Response refused = refusalOf(call -> given().header("X-Forwarded-For", "198.51.100." + call)
                .header("X-LiteMaaS-Client", "203.0.113.7")
                .get("/samples/limited"));

        assertThat(refused.statusCode()).isEqualTo(429);
    }

    @Test
    void a_flood_of_callers_makes_the_table_no_larger() {
        sql.run("""
                insert into platform.rate_limit (bucket, window_start, used)
                select bucket, now() - interval '1 hour', 1000000 from generate_series(0, ?) bucket""", BUCKETS - 1);

        for (int caller = 0; caller < 500; caller++) {
            int third = caller / 250;
            assertThat(call("/samples/limited", "198.51." + third + "." + caller % 250)
                            .statusCode())
                    .isEqualTo(204);
        }

        assertThat(sql.value("select count(*) from platform.rate_limit")).isEqualTo(Integer.toString(BUCKETS));
        assertThat(sql.value(
                        "select count(*) from platform.rate_limit where window_start > now() - interval '5 minutes'"))
                .satisfies(rows -> assertThat(Integer.parseInt(rows)).isGreaterThan(400));
    }

    private static Response refusalOf(IntFunction<Response> caller) {
        return IntStream.range(0, TOO_MANY)
                .mapToObj(caller)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("None of " + TOO_MANY + " calls was refused"));
    }

    private static Response call(String path, String client) {
        return given().header("X-LiteMaaS-Client", client).get(path);
    }

    /** Has a gateway in front that says who called. */
    public static final class BehindAGateway implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of("litemaas.client-header", "X-LiteMaaS-Client");
        }

        @Override
        public int order() {
            return 10;
        }

        @Override
        public void stop() {
            // nothing was started
        }
    }
}
