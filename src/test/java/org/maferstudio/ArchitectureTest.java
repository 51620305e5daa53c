package org.maferstudio;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
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
import org.maferstudio.experiment.Experiment;
import org.maferstudio.experiment.Workspace;
import org.maferstudio.ui.controls.FileDialogs;
import org.maferstudio.ui.jobs.Jobs;
import org.maferstudio.ui.workbench.ExperimentOpener;
import org.maferstudio.ui.workbench.Preferences;
import org.maferstudio.ui.workbench.Workbench;

/** Which package may use which, and what may be used where. */
class ArchitectureTest {
    private static final String ROOT = "org.maferstudio";
    private static final Path SOURCES = Path.of("src/main/java/org/maferstudio");
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theTableListsEveryPackageAndNoOther() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            Set<String> packages = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
            assertEquals(PackageTable.read().keySet(), packages);
        }
    }

    @Test
    void everyPackageHasADescription() throws IOException {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(SOURCES))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertEquals(List.of(), silent);
        }
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyWhatTheTableAllows() {
        Map<String, Set<String>> packages = PackageTable.read();
        assertTrue(packages.size() > 10, "the table of packages was not found in architecture.md");
        return packages.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> usesOnly(row.getKey(), row.getValue())));
    }

    private static void usesOnly(String name, Set<String> allowed) {
        String[] packages =
                allowed.stream().map(each -> ROOT + "." + each + "..").toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(outside(ROOT).or(resideInAnyPackage(packages)))
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void panesDoNotUseEachOther() {
        slices().matching(ROOT + ".ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(),
                        resideInAnyPackage(
                                ROOT + ".ui.jobs..",
                                ROOT + ".ui.controls..",
                                ROOT + ".ui.workbench..",
                                // A dialog and a part of two panes.
                                ROOT + ".ui.networkimport..",
                                ROOT + ".ui.explain.."))
                .check(PROGRAM);
    }

    @Test
    void jobsAndControlsDoNotUseTheWorkbench() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".ui.jobs..", ROOT + ".ui.controls..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".ui.workbench..")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ui.jobs..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".ui.controls..")
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
    void partsOfTheReportHaveNoCycles() {
        slices().matching(ROOT + ".report.(*)..").should().beFreeOfCycles().check(PROGRAM);
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
    void onnxRuntimeStaysInItsSessions() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".network.onnx.run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.onnxruntime..")
                .check(PROGRAM);
    }

    @Test
    void openCvAndFfmpegStayWherePixelsAre() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".image..", ROOT + ".augmentation..", ROOT + ".faces..", ROOT + ".video..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bytedeco..")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void viewModelsUseNoScene() {
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
    void viewsUseNoServices() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ui..")
                .and()
                .haveNameMatching(".*(View|Pane)")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".network..")
                        .or(belongToAnyOf(
                                Jobs.class,
                                FileDialogs.class,
                                Preferences.class,
                                Workbench.class,
                                ExperimentOpener.class,
                                Experiment.class,
                                Workspace.class)))
                .because("view models work with them; a view gets what it shows from its view model")
                .check(PROGRAM);
    }

    @Test
    void constructorsHaveFiveParametersAtMost() {
        classes()
                .that(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Record.class))
                        .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Enum.class))))
                .should(new ArchCondition<>("have constructors of five parameters at most") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getConstructors().stream()
                                .filter(constructor ->
                                        constructor.getRawParameterTypes().size() > 5)
                                .forEach(constructor -> events.add(
                                        SimpleConditionEvent.violated(constructor, constructor.getDescription())));
                    }
                })
                .because("what needs more does too much")
                .check(PROGRAM);
    }

    @Test
    void publicMethodsHaveNoBooleanParameters() {
        methods()
                .that()
                .arePublic()
                .and()
                .haveNameNotMatching("set[A-Z].*")
                .should()
                .notHaveRawParameterTypes(DescribedPredicate.describe("a boolean among them", types -> types.stream()
                        .anyMatch(type -> type.isEquivalentTo(boolean.class))))
                .because("a call should say what it asks for; an enum or two methods do")
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
                .resideOutsideOfPackages(
                        ROOT + ".app..",
                        ROOT + ".ui.jobs..",
                        ROOT + ".live..",
                        ROOT + ".video..",
                        ROOT + ".analysis..",
                        ROOT + ".training..",
                        // A process of its own, which watches its memory.
                        ROOT + ".network.onnx.run..")
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
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaClass> outside(String root) {
        return DescribedPredicate.not(resideInAPackage(root + ".."));
    }
}
