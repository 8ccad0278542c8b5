package org.cellarius.study.learned;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cellarius.catalogue.InputError;
import org.cellarius.galaxy.learned.ConditionalForest;
import org.cellarius.galaxy.learned.LearnedDensity;
import org.cellarius.galaxy.learned.LearnedTarget;
import org.cellarius.galaxy.learned.LevelCalibration;
import org.cellarius.galaxy.learned.RegressionTree;
import org.cellarius.galaxy.learned.TrainingSpace;
import org.cellarius.galaxy.learned.TrainingStars;
import org.cellarius.study.learned.LearnedModel.Label;
import org.cellarius.study.learned.LearnedModel.Origin;

/**
 * Models as files: a line that names them and their version, then packed (gzip, with its checksum) target, labels, origin, training stars, trees,
 * calibration and training space; numbers most significant byte first.
 */
public final class LearnedModelFile {

    private static final String NAME = "Cellarius learned model ";
    private static final int VERSION = 1;
    private static final int LONGEST_LINE = 64;

    private LearnedModelFile() {}

    /** Writes a file. */
    public static void write(LearnedModel model, Path path) {
        try (var file = new BufferedOutputStream(Files.newOutputStream(path))) {
            file.write((NAME + VERSION + "\n").getBytes(StandardCharsets.US_ASCII));
            try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file)))) {
                LearnedTarget target = model.target();
                ModelNumbers.text(out, target.name());
                ModelNumbers.text(out, target.unit());
                out.writeBoolean(target.logarithmic());
                out.writeInt(model.labels().size());
                for (Label label : model.labels()) {
                    ModelNumbers.text(out, label.name());
                    ModelNumbers.text(out, label.unit());
                }
                ModelNumbers.text(out, model.origin().table());
                ModelNumbers.text(out, model.origin().sha256());
                out.writeLong(model.origin().seed());
                ModelNumbers.text(out, model.origin().program());
                density(out, model.density());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void density(DataOutputStream out, LearnedDensity density) throws IOException {
        ModelNumbers.rows(out, density.stars().labels());
        ModelNumbers.reals(out, density.stars().targets());
        ModelNumbers.reals(out, density.stars().errors());
        out.writeInt(density.forest().trees().size());
        for (RegressionTree tree : density.forest().trees()) {
            for (int[] numbers : new int[][] {tree.label(), tree.below(), tree.from(), tree.to(), tree.stars()}) {
                ModelNumbers.whole(out, numbers);
            }
            ModelNumbers.reals(out, tree.threshold());
        }
        out.writeInt(density.neighbours());
        out.writeDouble(density.ridge());
        out.writeDouble(density.spread());
        ModelNumbers.reals(out, density.calibration().raw());
        ModelNumbers.reals(out, density.calibration().calibrated());
        ModelNumbers.rows(out, density.space().points());
        ModelNumbers.rows(out, density.space().factor());
        ModelNumbers.reals(out, density.space().means());
        out.writeDouble(density.space().reach());
    }

    /** Reads a file. */
    public static LearnedModel read(Path path) {
        try (var file = new BufferedInputStream(Files.newInputStream(path))) {
            checkVersion(file, path);
            try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)))) {
                var target = new LearnedTarget(ModelNumbers.text(in), ModelNumbers.text(in), in.readBoolean());
                int count = ModelNumbers.count(in);
                List<Label> labels = new ArrayList<>();
                for (int j = 0; j < count; j++) {
                    labels.add(new Label(ModelNumbers.text(in), ModelNumbers.text(in)));
                }
                var origin =
                        new Origin(ModelNumbers.text(in), ModelNumbers.text(in), in.readLong(), ModelNumbers.text(in));
                LearnedDensity density = density(in);
                if (in.read() >= 0) {
                    throw new IOException("it goes on beyond its end");
                }
                return new LearnedModel(target, labels, origin, density);
            }
        } catch (EOFException e) {
            throw damaged(path, "it is cut short", e);
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(path, String.valueOf(e.getMessage()), e);
        }
    }

    private static void checkVersion(InputStream file, Path path) throws IOException {
        var line = new StringBuilder();
        for (int c = file.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = file.read()) {
            line.append((char) c);
        }
        if (!line.toString().startsWith(NAME)) {
            throw new InputError(
                    "this is no learned model", path.toString(), "Make one with  cellarius train TABLE MODEL");
        }
        if (!line.toString().equals(NAME + VERSION)) {
            throw new InputError(
                    "the model has version " + line.substring(NAME.length()) + ", and this program reads version "
                            + VERSION,
                    path.toString(),
                    "Train it again with  cellarius train");
        }
    }

    private static LearnedDensity density(DataInputStream in) throws IOException {
        var stars = new TrainingStars(ModelNumbers.rows(in), ModelNumbers.reals(in), ModelNumbers.reals(in));
        int count = ModelNumbers.count(in);
        var trees = new ArrayList<RegressionTree>();
        for (int t = 0; t < count; t++) {
            int[] label = ModelNumbers.whole(in);
            int[] below = ModelNumbers.whole(in);
            int[] from = ModelNumbers.whole(in);
            int[] to = ModelNumbers.whole(in);
            int[] own = ModelNumbers.whole(in);
            trees.add(new RegressionTree(label, ModelNumbers.reals(in), below, from, to, own));
        }
        int neighbours = in.readInt();
        double ridge = in.readDouble();
        double spread = in.readDouble();
        var calibration = new LevelCalibration(ModelNumbers.reals(in), ModelNumbers.reals(in));
        var space = new TrainingSpace(
                ModelNumbers.rows(in), ModelNumbers.rows(in), ModelNumbers.reals(in), in.readDouble());
        return new LearnedDensity(stars, new ConditionalForest(trees), neighbours, ridge, spread, calibration, space);
    }

    private static InputError damaged(Path path, String why, Exception cause) {
        return new InputError("the model is damaged: " + why, path.toString(), "Train it again with  cellarius train")
                .withCause(cause);
    }
}
