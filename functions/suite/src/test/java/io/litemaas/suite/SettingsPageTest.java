package io.litemaas.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One page lists all settings and variables, in the words of the code that reads them. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("../../docs/settings.md");
    private static final MappedSettings MAPPED = new MappedSettings();
    private static final PlainSettings PLAIN = PlainSettings.read();
    private static final SettingsPage SETTINGS = new SettingsPage(MAPPED, PLAIN);

    /** With {@code -Dlitemaas.render=true}, the page is written anew. */
    @BeforeAll
    static void render() throws IOException {
        if (Boolean.getBoolean("litemaas.render")) {
            Files.writeString(PAGE, SETTINGS.text());
        }
    }

    @Test
    void the_page_says_what_the_code_says() {
        assertThat(PAGE).content().isEqualTo(SETTINGS.text());
    }

    @Test
    void each_setting_says_what_it_does() {
        assertThat(MAPPED.settings())
                .hasSizeGreaterThan(30)
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.name()).endsWith("."));
        assertThat(PLAIN.all())
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.name()).endsWith("."));
    }

    @Test
    void each_setting_acts() {
        assertThat(MAPPED.settings())
                .allSatisfy(setting ->
                        assertThat(setting.isRead()).as(setting.name()).isTrue());
    }

    @Test
    void what_the_code_reads_otherwise_is_on_the_page_and_nothing_else() throws IOException {
        assertThat(PlainSettings.namesInCode())
                .hasSizeGreaterThan(60)
                .allSatisfy(name -> assertThat(SETTINGS.has(name)).as(name).isTrue());
        assertThat(PLAIN.all())
                .allSatisfy(setting -> assertThat(PlainSettings.code())
                        .as("something reads it")
                        .contains(setting.name().replaceAll("ROOM.*", "")));
    }
}
