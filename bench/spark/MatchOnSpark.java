import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The match as SQL in Spark: {@code MatchOnSpark FOLDER MASTER}. Runs every query that {@code MatchSqlInDuckDb} left in the folder, text as
 * it stands, and writes its pairs as Parquet. A query whose plan is no equi-join on cells ends the program with that plan.
 *
 * <p>Run from this source by bench/match-on-spark, on Spark's jars alone: those of Cellarius and of Spark do not go together.
 */
final class MatchOnSpark {

    private static final Pattern JOIN = Pattern.compile("(\\w*Join|CartesianProduct)\\b(?: \\[([^]]*)], \\[([^]]*)])?");

    /** Tables below are sent to every worker; the one of cells' sides always is. */
    private static final String BROADCAST_BYTES = "spark.sql.autoBroadcastJoinThreshold";

    private MatchOnSpark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String master = args[1];
        try (SparkSession spark = SparkSession.builder()
                .appName("match-on-spark")
                .master(master)
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.executor.memory", "1500m")
                .config("spark.local.dir", folder.toString())
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.sql.shuffle.partitions", 8)
                .getOrCreate()) {
            var lines = new ArrayList<String>();
            for (String line : Files.readAllLines(folder.resolve("cases.tsv"))) {
                List<String> words = List.of(line.split("\t", -1));
                String name = words.getFirst();
                spark.read().parquet(words.get(1)).createOrReplaceTempView("a_sky");
                spark.read().parquet(words.get(2)).createOrReplaceTempView("b_sky");
                // Uniform skies as if they were too large to be sent to every worker: that is another join.
                spark.conf().set(BROADCAST_BYTES, name.startsWith("uniform") ? "1KB" : "10MB");
                String query = Files.readString(folder.resolve(name + ".sql"));
                String output = folder.resolve(name + ".spark").toString();
                if (lines.isEmpty()) {
                    // What a first query costs is no property of this one.
                    spark.sql(query).write().parquet(output + "-first");
                }
                long begun = System.nanoTime();
                Dataset<Row> pairs = spark.sql(query);
                pairs.write().parquet(output);
                double seconds = (System.nanoTime() - begun) * 1e-9;
                String join = join(pairs.queryExecution().executedPlan().toString());
                lines.add(name + "\t" + seconds + "\t" + join);
                System.err.printf("%s: %.1f s, %s%n", name, seconds, join);
            }
            Files.write(folder.resolve("spark.tsv"), lines);
            // The driver is counted among them.
            int executors = spark.sparkContext().statusTracker().getExecutorInfos().length - 1;
            Files.writeString(
                    folder.resolve("spark.txt"),
                    "Spark " + spark.version() + ", "
                            + (executors == 0 ? master : "a master and " + executors + " executors of their own"));
        }
    }

    /**
     * How the two skies are joined. The three tables of two sides (-1, 1), which set a row of B into the cells it touches, have no key and
     * are nested loops of two turns; that is all that may be without a key.
     */
    private static String join(String plan) {
        var keyed = new ArrayList<String>();
        int sides = 0;
        for (Matcher found = JOIN.matcher(plan); found.find(); ) {
            if (found.group(2) == null) {
                sides++;
            } else {
                String left = found.group(2).replaceAll("#\\d+L?", "");
                String right = found.group(3).replaceAll("#\\d+L?", "");
                keyed.add(found.group(1) + " on " + left + (left.equals(right) ? "" : " = " + right));
            }
        }
        if (sides != 3 || keyed.size() != 1 || !keyed.getFirst().endsWith("Join on cx, cy, cz")) {
            throw new IllegalStateException("Spark plans no equi-join on cells alone:\n" + plan);
        }
        return keyed.getFirst();
    }
}
