import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarFile;

/**
 * Writes the classes of a library that were compiled for Java 5 or older again as classes of Java 8, otherwise unchanged. The virtual machine keeps only classes
 * of Java 6 and newer in the start-up cache; older ones it reads from their jar and proves anew at each start. The command line is such a library.
 *
 * <p>To be run by the launcher: {@code java NewerClasses.java LIBRARY FOLDER}.
 */
void main(String[] arguments) throws IOException {
    var library = Path.of(arguments[0]);
    var folder = Path.of(arguments[1]);
    try (var jar = new JarFile(library.toFile()); var types = new URLClassLoader(new URL[] {library.toUri().toURL()})) {
        // Newer classes carry a map of their types at each branch; making it takes looking at the types themselves.
        var hierarchy = ClassHierarchyResolver.ofResourceParsing(types).orElse(ClassHierarchyResolver.defaultResolver());
        var classes = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchy));
        ClassTransform withMaps = ClassTransform.transformingMethodBodies((CodeTransform) (code, element) -> code.with(element));
        ClassTransform asNewer = (written, element) -> written.with(element instanceof ClassFileVersion ? ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0) : element);
        for (var entry : Collections.list(jar.entries())) {
            if (entry.getName().endsWith(".class")) {
                var old = classes.parse(jar.getInputStream(entry).readAllBytes());
                if (old.majorVersion() < ClassFile.JAVA_6_VERSION) {
                    var target = folder.resolve(entry.getName());
                    Files.createDirectories(target.getParent());
                    Files.write(target, classes.transformClass(old, withMaps.andThen(asNewer)));
                }
            }
        }
    }
}
