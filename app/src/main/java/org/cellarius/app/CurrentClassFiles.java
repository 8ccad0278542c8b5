package org.cellarius.app;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew whose classes are of Java 5 or older, as classes of Java 7 with stack maps, once after a build, from the launcher. The virtual
 * machine takes no older class into its start-up cache, and the classes that read the command line are needed at every start.
 */
public final class CurrentClassFiles {

    /** The last version that the cache refuses. */
    private static final int REFUSED = ClassFile.JAVA_5_VERSION;

    private static final int WRITTEN = ClassFile.JAVA_7_VERSION;

    private CurrentClassFiles() {}

    /**
     * Writes jars anew, each in its place.
     *
     * @param arguments the jars
     */
    public static void main(String[] arguments) throws IOException {
        for (String jar : arguments) {
            Path file = Path.of(jar).toAbsolutePath();
            Path whole = Files.createTempFile(file.getParent(), ".current", ".part");
            try {
                write(file, whole);
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        }
    }

    static void write(Path jar, Path output) throws IOException {
        try (var classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                var in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(output);
                var out = new ZipOutputStream(file)) {
            ClassFile writer = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().endsWith(".class") ? current(writer, content) : content);
            }
        }
    }

    private static byte[] current(ClassFile writer, byte[] content) {
        var model = writer.parse(content);
        if (model.majorVersion() > REFUSED) {
            return content;
        }
        ClassTransform methods = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        return writer.transformClass(model, methods.andThen((builder, element) -> builder.with(version(element))));
    }

    private static ClassElement version(ClassElement element) {
        return element instanceof ClassFileVersion ? ClassFileVersion.of(WRITTEN, 0) : element;
    }
}
