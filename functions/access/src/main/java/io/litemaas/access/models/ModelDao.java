package io.litemaas.access.models;

import io.litemaas.platform.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The statements of {@code access.model}. */
final class ModelDao {
    private static final String COLUMNS = """
            name, mode, provider, description, input_cost_per_token, output_cost_per_token, max_input_tokens,
            max_output_tokens, supports_vision, supports_function_calling, deployments, restricted, seen_at, gone_at,
            version
            """;

    private final Handle handle;

    ModelDao(Handle handle) {
        this.handle = handle;
    }

    /** Models whose name, provider or description has the text; the first page begins after an empty name. */
    List<Model> list(Optional<String> text, boolean gone, String after, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                from access.model
                where name > :after and (gone_at is null or :gone)
                  and (cast(:text as text) is null
                    or position(lower(:text) in lower(concat_ws(' ', name, provider, description))) > 0)
                order by name limit :limit
                """)
                .bind("after", after)
                .bind("gone", gone)
                .bind("text", text.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> model(row))
                .list();
    }

    Optional<Model> find(String name) {
        return handle.createQuery("select " + COLUMNS + " from access.model where name = :name")
                .bind("name", name)
                .map((row, context) -> model(row))
                .findOne();
    }

    List<String> lockPresent() {
        return handle.createQuery("select name from access.model where gone_at is null order by name for update")
                .mapTo(String.class)
                .list();
    }

    /** Writes what LiteLLM lists. Returns 1 if it differs from what was known, 0 if only its age is new. */
    int upsert(MergedModel model, Instant now) {
        boolean changed = handle.createQuery("""
                insert into access.model as m (
                  name, mode, provider, description, input_cost_per_token, output_cost_per_token, max_input_tokens,
                  max_output_tokens, supports_vision, supports_function_calling, deployments, first_seen_at, seen_at)
                values (
                  :name, :mode, :provider, :description, :inputCost, :outputCost, :maxInput,
                  :maxOutput, :vision, :functionCalling, :deployments, :now, :now)
                on conflict (name) do update set
                  mode = excluded.mode, provider = excluded.provider, description = excluded.description,
                  input_cost_per_token = excluded.input_cost_per_token,
                  output_cost_per_token = excluded.output_cost_per_token,
                  max_input_tokens = excluded.max_input_tokens, max_output_tokens = excluded.max_output_tokens,
                  supports_vision = excluded.supports_vision,
                  supports_function_calling = excluded.supports_function_calling,
                  deployments = excluded.deployments, seen_at = excluded.seen_at, gone_at = null,
                  version = m.version + case when
                    (m.mode, m.provider, m.description, m.input_cost_per_token, m.output_cost_per_token,
                     m.max_input_tokens, m.max_output_tokens, m.supports_vision, m.supports_function_calling,
                     m.deployments, m.gone_at)
                    is distinct from
                    (excluded.mode, excluded.provider, excluded.description, excluded.input_cost_per_token,
                     excluded.output_cost_per_token, excluded.max_input_tokens, excluded.max_output_tokens,
                     excluded.supports_vision, excluded.supports_function_calling, excluded.deployments,
                     cast(null as timestamptz)) then 1 else 0 end
                returning version > coalesce((select version from access.model where name = :name), 0)
                """)
                .bind("name", model.name())
                .bind("mode", model.mode())
                .bind("provider", model.provider().orElse(null))
                .bind("description", model.description().orElse(null))
                .bind("inputCost", model.inputCostPerToken().orElse(null))
                .bind("outputCost", model.outputCostPerToken().orElse(null))
                .bind("maxInput", orNull(model.maxInputTokens()))
                .bind("maxOutput", orNull(model.maxOutputTokens()))
                .bind("vision", model.supportsVision())
                .bind("functionCalling", model.supportsFunctionCalling())
                .bind("deployments", model.deployments())
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
        return changed ? 1 : 0;
    }

    void gone(String name, Instant now) {
        handle.createUpdate("update access.model set gone_at = :now, version = version + 1 where name = :name")
                .bind("now", now)
                .bind("name", name)
                .execute();
    }

    /** Sets whether an admin must approve; empty where the version moved or there is no such model. */
    Optional<Model> restrict(String name, boolean restricted, int version) {
        return handle.createQuery("""
                update access.model set restricted = :restricted, version = version + 1
                where name = :name and version = :version
                returning\s""" + COLUMNS)
                .bind("name", name)
                .bind("restricted", restricted)
                .bind("version", version)
                .map((row, context) -> model(row))
                .findOne();
    }

    private static Model model(ResultSet row) throws SQLException {
        return new Model(
                row.getString("name"),
                row.getString("mode"),
                Optional.ofNullable(row.getString("provider")),
                Optional.ofNullable(row.getString("description")),
                money(row.getBigDecimal("input_cost_per_token")),
                money(row.getBigDecimal("output_cost_per_token")),
                Optional.ofNullable(row.getObject("max_input_tokens", Long.class)),
                Optional.ofNullable(row.getObject("max_output_tokens", Long.class)),
                row.getBoolean("supports_vision"),
                row.getBoolean("supports_function_calling"),
                row.getInt("deployments"),
                row.getBoolean("restricted"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("gone_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getInt("version"));
    }

    private static Optional<Money> money(BigDecimal amount) {
        return Optional.ofNullable(amount).map(Money::usd);
    }

    private static Long orNull(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }
}
