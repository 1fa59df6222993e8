package org.stockbook;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A switch over a sealed type has no default: then it compiles only if it names every case, and adding a case makes the compiler
 * list every place that must decide (JLS 14.11.1.1). A default would swallow the new case.
 */
class ForgottenCasesTest {
    private static final List<Path> SOURCES = List.of(Path.of("src", "main", "java"), Path.of("..", "kernel", "src", "main", "java"));

    /** For each sealed type the names of its cases. */
    private static final List<Set<String>> CASES = HouseClasses.ofTheProgramAndTheKernel().stream()
            .filter(type -> type.isInterface() || !type.isEnum())
            .map(JavaClass::reflect).filter(Class::isSealed)
            .map(type -> casesOf(type).map(Class::getSimpleName).collect(toSet()))
            .toList();

    @Test
    void would_be_swallowed_by_a_default() throws IOException {
        var swallowing = new ArrayList<String>();
        for (var unit : parsed()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitSwitch(SwitchTree tree, Void nothing) {
                    look(tree.getCases());
                    return super.visitSwitch(tree, nothing);
                }

                @Override
                public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
                    look(tree.getCases());
                    return super.visitSwitchExpression(tree, nothing);
                }

                private void look(List<? extends CaseTree> cases) {
                    if (swallowsCases(cases)) {
                        swallowing.add(unit.getSourceFile().getName() + ": " + namesIn(cases) + " and a default");
                    }
                }
            }.scan(unit, null);
        }

        assertThat(swallowing).isEmpty();
    }

    private static boolean swallowsCases(List<? extends CaseTree> cases) {
        var hasDefault = cases.stream().flatMap(one -> one.getLabels().stream()).anyMatch(DefaultCaseLabelTree.class::isInstance);
        var names = namesIn(cases);
        return hasDefault && !names.isEmpty() && CASES.stream().anyMatch(all -> all.containsAll(names));
    }

    private static Set<String> namesIn(List<? extends CaseTree> cases) {
        return cases.stream().flatMap(one -> one.getLabels().stream())
                .flatMap(label -> label instanceof PatternCaseLabelTree pattern ? Stream.of(nameOf(pattern.getPattern())) : Stream.empty())
                .collect(toSet());
    }

    private static String nameOf(PatternTree pattern) {
        Tree type = switch (pattern) {
            case BindingPatternTree binding -> binding.getVariable().getType();
            case DeconstructionPatternTree parts -> parts.getDeconstructor();
            default -> pattern;
        };
        var name = String.valueOf(type);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Stream<Class<?>> casesOf(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(below -> Stream.concat(Stream.of(below), casesOf(below)))
                : Stream.empty();
    }

    private static Iterable<? extends CompilationUnitTree> parsed() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
        return task.parse();
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var root : SOURCES) {
            try (var files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
