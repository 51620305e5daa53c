package org.maferstudio;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws of the house: who may use whom, and what stays where. */
class ArchitectureTest {
    private static final String ROOT = "org.maferstudio";
    private static final Path SOURCES = Path.of("src/main/java/org/maferstudio");
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void everyRoomStandsInTheTableAndTheTableInventsNone() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            Set<String> rooms = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
            assertEquals(RoomTable.read().keySet(), rooms);
        }
    }

    @Test
    void everyPackageSaysWhatIsInIt() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(SOURCES))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), silent);
        }
    }

    @TestFactory
    Stream<DynamicTest> aRoomUsesOnlyWhatTheTableAllows() {
        Map<String, Set<String>> rooms = RoomTable.read();
        assertTrue(rooms.size() > 10, "the table of rooms was not found in README.md");
        return rooms.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> usesOnly(room.getKey(), room.getValue())));
    }

    private static void usesOnly(String room, Set<String> allowed) {
        String[] packages =
                allowed.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .onlyDependOnClassesThat(outside(ROOT).or(resideInAnyPackage(packages)))
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void panesDoNotKnowEachOther() {
        slices().matching(ROOT + ".ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".ui.parts.."))
                .check(PROGRAM);
    }

    @Test
    void partsOfAPaneHaveNoCyclesAndDoNotKnowThePaneAroundThem() {
        slices().matching(ROOT + ".ui.results.(**)").should().beFreeOfCycles().check(PROGRAM);
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".ui.results.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".ui.results")
                .check(PROGRAM);
    }

    @Test
    void javafxStaysInTheWindow() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".ui..", ROOT + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                .check(PROGRAM);
    }

    @Test
    void theEngineStaysInNetworkAndTraining() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".network..", ROOT + ".training..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(PROGRAM);
    }

    @Test
    void openCvAndFfmpegStayWherePixelsAre() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".image..", ROOT + ".augmentation..", ROOT + ".live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage(ROOT + ".."))
                .should()
                .beFinal()
                .check(PROGRAM);
    }

    @Test
    void threadsAreMadeInFewPlaces() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".ui.parts..", ROOT + ".live..", ROOT + ".training..")
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "a thread is made", call -> call.getTargetOwner().isEquivalentTo(Thread.class)))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.CompletableFuture")
                .check(PROGRAM);
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PROGRAM);
    }

    @Test
    void classesStaySmall() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> large = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 300)
                    .toList();
            assertEquals(List.of(), large);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> outside(String root) {
        return DescribedPredicate.not(resideInAPackage(root + ".."));
    }
}
