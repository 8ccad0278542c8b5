package org.cellarius.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.cellarius.study.result.RunResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table says the same in single precision as written in decimals: edges, cuts and slices do not move stars by a rounding. */
class SinglePrecisionTest {

    private static final String SECTIONS = """
            cuts: [{name: poor, keep: fe_h >= -0.7}, {name: near, keep: x < 9.3}]
            populations: {inner: 'fe_h > 0.1'}
            products:
              line: {kind: gradient, x: x, y: fe_h, method: ols, minimum-count: 3, slices: {of: fe_h, edges: [-0.7, -0.3, 0.3, 0.7]}}
              shape: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 3, slices: {of: fe_h, edges: [-0.7, -0.3, 0.3, 0.7]}}
              medians: {kind: binned-median, x: fe_h, y: x, width: 0.1, minimum-count: 1}
              inside: {kind: distribution, value: fe_h, width: 0.1, minimum-count: 3, population: inner}
            """;

    private static final String COLUMNS = "{id: id, x: {from: x, unit: kpc}, fe_h: {from: feh, unit: dex}}";

    @TempDir
    Path folder;

    private MiniStudy mini;
    private final StringBuilder csv = new StringBuilder("id,x,feh\n");
    private final StringBuilder rows = new StringBuilder();

    @BeforeEach
    void combOfTenths() {
        mini = new MiniStudy(folder);
        int id = 0;
        for (int tenth = -12; tenth <= 12; tenth++) {
            for (int k = 0; k < 3; k++) {
                add(id, BigDecimal.valueOf(80 + (id * 7) % 15, 1), BigDecimal.valueOf(tenth, 1));
                id++;
            }
        }
    }

    private void add(int id, BigDecimal x, BigDecimal feH) {
        csv.append(id).append(',').append(x).append(',').append(feH).append('\n');
        rows.append("<TR><TD>")
                .append(id)
                .append("</TD><TD>")
                .append(x)
                .append("</TD><TD>")
                .append(feH)
                .append("</TD></TR>");
    }

    private String votable() {
        return "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\"><RESOURCE><TABLE>"
                + "<FIELD name=\"id\" datatype=\"int\"/><FIELD name=\"x\" datatype=\"float\" unit=\"kpc\"/>"
                + "<FIELD name=\"feh\" datatype=\"float\" unit=\"dex\"/><DATA><TABLEDATA>" + rows
                + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>";
    }

    @Test
    void binsSlicesAndCutsAreThoseOfTheDecimals() {
        mini.file("stars.csv", csv.toString()).file("stars.vot", votable());
        RunResult decimals = mini.study(MiniStudy.of(COLUMNS, SECTIONS)).run();
        RunResult single = mini.study(MiniStudy.of(COLUMNS, SECTIONS).replace("stars.csv", "stars.vot"))
                .replace();
        assertThat(MiniStudy.flow(single).stream().filter(l -> !l.startsWith("read")))
                .isEqualTo(MiniStudy.flow(decimals).stream()
                        .filter(l -> !l.startsWith("read"))
                        .toList());
        for (int k = 0; k < decimals.products().size(); k++) {
            var own = decimals.products().get(k).tables();
            single.products()
                    .get(k)
                    .tables()
                    .forEach((name, table) -> assertThat(table.rows())
                            .as(name)
                            .isEqualTo(java.util.Objects.requireNonNull(own.get(name))
                                    .rows()));
        }
        // -0.7 to -0.3 holds four tenths, of three stars each less those that the cut by x took.
        assertThat(MiniStudy.column(MiniStudy.table(single, "shape-histogram"), "n"))
                .doesNotContain(0, 6);
    }

    /** A float of few digits is the double of the same decimal, any other stays the float that it was. */
    @Test
    void floatsAreTheDecimalsThatWereWritten() {
        var random = new Random(3);
        csv.setLength("id,x,feh\n".length());
        rows.setLength(0);
        var written = new java.util.ArrayList<String>();
        for (int k = 0; k < 400; k++) {
            BigDecimal value = k % 4 == 3
                    ? new BigDecimal(random.nextGaussian() * Math.pow(10, random.nextInt(9) - 3))
                    : BigDecimal.valueOf(
                            k % 2 == 0 ? random.nextInt(32_768) - 16_384 : random.nextInt(2_000_000) - 1_000_000,
                            random.nextInt(6));
            written.add(value.toString());
            add(k, BigDecimal.ONE, value);
        }
        mini.file("stars.vot", votable());
        mini.study(MiniStudy.of(COLUMNS, MiniStudy.LINE.replace("y: y", "y: fe_h"))
                        .replace("stars.csv", "stars.vot"))
                .run();
        List<List<String>> read = mini.stars("SELECT CAST(fe_h AS DOUBLE) FROM stars ORDER BY id");
        int changed = 0;
        for (int k = 0; k < written.size(); k++) {
            double value = Double.parseDouble(read.get(k).getFirst());
            float single = Float.parseFloat(written.get(k));
            assertThat((float) value).isEqualTo(single);
            boolean few = k % 4 != 3
                    && new BigDecimal(written.get(k)).unscaledValue().abs().intValue() < 16_384;
            if (few) {
                assertThat(value).as(written.get(k)).isEqualTo(Double.parseDouble(written.get(k)));
            } else if (value != single) {
                changed++;
            }
        }
        // What was measured to the float's last digit stays, but for chance and decimals that end in zeros.
        assertThat(changed).isLessThan(written.size() / 20);
    }
}
