package org.cellarius.app;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Links the Java runtime that the launcher starts Cellarius with, once after a build: the modules of the JDK that is there, with the Vector API as a
 * module like any other. As long as a module is marked as incubating, the virtual machine starts without its archived modules, which costs a small study
 * seconds, and announces it on standard error.
 */
public final class LinkedRuntime {

    private static final String VECTOR = "jdk.incubator.vector";
    /** What a module's descriptor and the linker's list of modules say of an incubating module: not by default, and with a warning. */
    private static final byte INCUBATING = 9;

    private static final String RESOLUTION = "jdk/internal/module/ModuleResolution";

    private LinkedRuntime() {}

    /**
     * Links.
     *
     * @param arguments the folder of the runtime, which must not exist
     */
    public static void main(String[] arguments) throws IOException {
        Path image = Path.of(arguments[0]).toAbsolutePath();
        link(image);
        Path modules = image.resolve("lib").resolve("modules");
        allowWriting(modules);
        try (FileSystem content =
                        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", image.toString()));
                FileChannel file = FileChannel.open(modules, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Path root = content.getPath("/modules");
            settle(file, root.resolve(VECTOR + "/module-info.class"), LinkedRuntime::resolutionOf);
            settle(file, root.resolve("java.base/jdk/internal/module/SystemModules$all.class"), LinkedRuntime::listed);
        }
    }

    private static void link(Path image) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IllegalStateException("this Java has no jlink: a JDK is needed, not a JRE"));
        int failed = jlink.run(
                System.out,
                System.err,
                "--add-modules",
                modules(),
                "--no-header-files",
                "--no-man-pages",
                "--output",
                image.toString());
        if (failed != 0) {
            throw new IllegalStateException("jlink ended with " + failed);
        }
    }

    /** All modules of this Java but the linker, which cannot link itself, and what needs it. */
    private static String modules() {
        Predicate<ModuleReference> linking = m -> m.descriptor().name().equals("jdk.jlink")
                || m.descriptor().requires().stream()
                        .map(ModuleDescriptor.Requires::name)
                        .anyMatch("jdk.jlink"::equals);
        return Stream.concat(
                        ModuleFinder.ofSystem().findAll().stream()
                                .filter(linking.negate())
                                .map(m -> m.descriptor().name()),
                        Stream.of(VECTOR))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static void allowWriting(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) {
            var permissions = posix.readAttributes().permissions();
            permissions.add(PosixFilePermission.OWNER_WRITE);
            posix.setPermissions(permissions);
        }
    }

    /** Finds what comes before and after the mark in a class. */
    private interface Mark {
        byte[][] around(ClassModel of);
    }

    /** The attribute of a module's descriptor. */
    private static byte[][] resolutionOf(ClassModel descriptor) {
        int name = index(descriptor, Utf8Entry.class, e -> e.stringValue().equals("ModuleResolution"));
        return new byte[][] {{(byte) (name >> 8), (byte) name, 0, 0, 0, 2, 0}, {}};
    }

    /** The call {@code new ModuleResolution(9)} in the list of modules that the linker wrote. */
    private static byte[][] listed(ClassModel list) {
        int type = index(list, ClassEntry.class, e -> e.asInternalName().equals(RESOLUTION));
        int maker = index(
                list,
                MethodRefEntry.class,
                e -> e.owner().asInternalName().equals(RESOLUTION)
                        && e.name().stringValue().equals("<init>"));
        return new byte[][] {
            {(byte) 0xBB, (byte) (type >> 8), (byte) type, 0x59, 0x10},
            {(byte) 0xB7, (byte) (maker >> 8), (byte) maker}
        };
    }

    private static <E extends PoolEntry> int index(ClassModel model, Class<E> kind, Predicate<E> wanted) {
        List<Integer> found = StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .map(PoolEntry::index)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("the Java runtime is built in a way that is not known here");
        }
        return found.getFirst();
    }

    /** Takes the mark out of a class where the image holds it. */
    private static void settle(FileChannel file, Path entry, Mark mark) throws IOException {
        byte[] content = Files.readAllBytes(entry);
        byte[][] around = mark.around(ClassFile.of().parse(content));
        var pattern = ByteBuffer.allocate(around[0].length + 1 + around[1].length)
                .put(around[0])
                .put(INCUBATING)
                .put(around[1])
                .array();
        ByteBuffer all = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
        int at = only(all, content) + only(ByteBuffer.wrap(content), pattern) + around[0].length;
        file.write(ByteBuffer.wrap(new byte[] {0}), at);
    }

    /** Where bytes stand, which must be at one place only. */
    private static int only(ByteBuffer in, byte[] wanted) {
        int found = -1;
        var sought = ByteBuffer.wrap(wanted);
        for (int i = 0; i + wanted.length <= in.limit(); i++) {
            if (in.get(i) == wanted[0] && in.slice(i, wanted.length).equals(sought)) {
                if (found >= 0) {
                    throw new IllegalStateException("the Java runtime says twice what is looked for");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new IllegalStateException("the Java runtime is packed in a way that is not known here");
        }
        return found;
    }
}
