package org.maferstudio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maferstudio.settings.Settings;

class DisplayCheckTest {
    private static final String ALL = "libc.so.6 libgtk-3.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0 libfreetype.so.6"
            + " libfontconfig.so.1 libXtst.so.6 libXxf86vm.so.1";

    @TempDir
    private Path root;

    @BeforeEach
    void aMachineWithAFontAndOneDisplay() throws IOException {
        Files.createDirectories(root.resolve("usr/share/fonts/truetype"));
        Files.createFile(root.resolve("usr/share/fonts/truetype/a.ttf"));
        Files.createDirectories(root.resolve("tmp/.X11-unix"));
        Files.createFile(root.resolve("tmp/.X11-unix/X3"));
    }

    @ParameterizedTest(name = "on {0} with DISPLAY={1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Linux    |           | No display is available (DISPLAY is not set).
            Linux    | :3        |
            Linux    | :3.0      |
            Linux    | :7        | The display :7 does not respond.
            Linux    | far:10.0  |
            Mac OS X |           |
            Windows  |           |
            """)
    void aDisplayIsThereOrNot(String system, String display, String sentence) {
        Map<String, String> environment = display == null ? Map.of() : Map.of("DISPLAY", display);
        DisplayCheck check = new DisplayCheck(system, environment, root, new Answers(ALL));
        assertEquals(Optional.ofNullable(sentence), check.noDisplay());
    }

    @Test
    void nothingIsMissingWhereAllIsInstalled() {
        assertEquals(Optional.empty(), check(ALL).missingPackages());
    }

    @Test
    void missingLibrariesAreNamedAsDebiansPackages() {
        assertEquals(
                Optional.of("Packages required by the window are missing. On Debian or Ubuntu: apt-get install"
                        + " libpango-1.0-0 libpangoft2-1.0-0"),
                check(ALL.replace("libpango-1.0.so.0 libpangoft2-1.0.so.0", "")).missingPackages());
    }

    @Test
    void aSystemWithoutFontsIsToldWhichPackageToInstall() throws IOException {
        Files.delete(root.resolve("usr/share/fonts/truetype/a.ttf"));
        assertEquals(
                Optional.of("Packages required by the window are missing. On Debian or Ubuntu: apt-get install"
                        + " fonts-dejavu-core"),
                check(ALL).missingPackages());
    }

    @Test
    void withoutAListOfLibrariesTheToolkitMayTry() {
        assertEquals(Optional.empty(), check("").missingPackages());
    }

    @ParameterizedTest(name = "{0} that says ''{1}'' is {2}")
    @CsvSource(
            textBlock =
                    """
            Linux,      'prefer-dark',                        DARK
            Linux,      'default',                            LIGHT
            Linux,      '',                                   LIGHT
            Mac OS X,   Dark,                                 DARK
            Mac OS X,   'does not exist',                     LIGHT
            Windows 11, AppsUseLightTheme REG_DWORD 0x0,      DARK
            Windows 11, AppsUseLightTheme REG_DWORD 0x1,      LIGHT
            """)
    void theSystemSaysHowBrightItIs(String system, String answer, Settings.Theme theme) {
        assertEquals(theme, SystemTheme.of(system, new Answers(answer)));
    }

    private DisplayCheck check(String libraries) {
        Map<String, String> environment = Map.of("DISPLAY", ":3", "HOME", root.toString());
        return new DisplayCheck("Linux", environment, root, new Answers(libraries));
    }

    private static final class Answers extends SystemPrograms {
        private final String answer;

        Answers(String answer) {
            this.answer = answer;
        }

        @Override
        String output(List<String> command) {
            return answer;
        }
    }
}
