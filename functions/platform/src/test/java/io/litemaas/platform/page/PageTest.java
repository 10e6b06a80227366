package io.litemaas.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {
    private final List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void the_last_page_has_no_next() {
        assertThat(Page.of(ids, 3, Function.identity())).isEqualTo(new Page<>(ids, java.util.Optional.empty()));
    }

    @Test
    void the_cursor_leads_on_from_the_last_item_shown() {
        Page<UUID> page = Page.of(ids, 2, Function.identity());
        PageQuery next = new PageQuery();
        next.setCursor(page.next().orElseThrow());

        assertThat(page.items()).containsExactly(ids.get(0), ids.get(1));
        assertThat(next.getCursor()).matches(Cursor.FORM);
        assertThat(next.after()).contains(ids.get(1));
        assertThat(new PageQuery().after()).isEmpty();
    }
}
