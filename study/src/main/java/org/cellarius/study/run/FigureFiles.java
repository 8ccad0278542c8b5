package org.cellarius.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cellarius.engine.Awaited;
import org.cellarius.figure.Drawing;
import org.cellarius.figure.FigureWriter;
import org.cellarius.measure.product.Illustration;
import org.cellarius.measure.product.ProductResult;

/** Figures drawn into the result folder on threads of their own, while the next product is measured. */
final class FigureFiles implements AutoCloseable {

    private final Path folder;
    private final ExecutorService pool;
    private final Map<String, Future<String>> inline = new LinkedHashMap<>();

    FigureFiles(Path folder, int threads) {
        this.folder = folder;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "figures");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to draw the figures of a product. */
    void draw(ProductResult product) {
        for (Illustration shown : product.illustrations()) {
            inline.put(shown.name(), pool.submit(() -> drawn(shown)));
        }
    }

    private String drawn(Illustration shown) {
        Drawing drawing = Drawing.of(shown.figure());
        try {
            FigureWriter.writeAll(drawing, folder, shown.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawing.inlineSvg(shown.name());
    }

    /** All figures as elements of a page, by name; waits for those that are not drawn yet. */
    Map<String, String> inline() {
        var elements = new LinkedHashMap<String, String>();
        inline.forEach((name, drawn) -> elements.put(name, Awaited.result(drawn, "drawing")));
        return elements;
    }

    /** Stops drawing, and waits until nothing more is written. */
    @Override
    public void close() {
        pool.shutdownNow();
        pool.close();
    }
}
