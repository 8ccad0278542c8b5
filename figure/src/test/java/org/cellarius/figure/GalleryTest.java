package org.cellarius.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Leaves the example figures in {@code target/gallery}, to be looked at. */
class GalleryTest {

    private static final Path GALLERY = Path.of("target", "gallery");

    /** An inlined figure should weigh less than a photograph. */
    private static final long LARGEST_SVG_BYTES = 500_000;

    @TestFactory
    java.util.stream.Stream<DynamicTest> everyExampleIsWrittenInThreeFormats() {
        return ExampleFigures.all().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    var files = FigureWriter.writeAll(example.getValue(), GALLERY, example.getKey());
                    assertThat(files)
                            .hasSize(3)
                            .allSatisfy(file -> assertThat(file).isNotEmptyFile());
                    assertThat(Files.size(files.getFirst())).isLessThan(LARGEST_SVG_BYTES);
                }));
    }
}
