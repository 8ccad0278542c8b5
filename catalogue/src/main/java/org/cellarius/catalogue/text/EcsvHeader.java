package org.cellarius.catalogue.text;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cellarius.catalogue.ColumnType;
import org.cellarius.catalogue.InputError;
import org.cellarius.catalogue.TableFormat;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the YAML header of an ECSV file. */
final class EcsvHeader {
    /** Of whole numbers that a signed one of 64 bits may not hold: what the column can be shows in its rows. */
    private static final String UNSIGNED_64 = "uint64";

    private static final Set<String> SINGLE = Set.of("float16", "float32");

    private static final int MOST_HEADER_CHARACTERS = 16 << 20;

    private final Path path;
    private final List<String> names = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();
    private final List<String> ucds = new ArrayList<>();
    private final List<Optional<ColumnType>> types = new ArrayList<>();
    private final Set<Integer> single = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    private EcsvHeader(Path path) {
        this.path = path;
    }

    static DelimitedHead read(Path path, boolean gzipped, TextLines lines) {
        StringBuilder yaml = new StringBuilder();
        Optional<String> line = lines.next();
        while (line.isPresent() && (line.get().startsWith("#") || line.get().isBlank())) {
            String text = line.get();
            if (text.startsWith("# ") && !text.startsWith("# %ECSV")) {
                yaml.append(text, 2, text.length()).append('\n');
            }
            if (yaml.length() > MOST_HEADER_CHARACTERS) {
                throw new InputError("the ECSV header is endless", path.toString(), "Check that the file is a table");
            }
            line = lines.next();
        }
        EcsvHeader header = new EcsvHeader(path);
        char delimiter = header.parse(yaml.toString());
        List<String> written = line.map(text -> DelimitedLine.split(text, delimiter))
                .orElseThrow(() -> header.wrong("the line of column names behind the header is missing"));
        if (!written.stream().map(String::strip).toList().equals(header.names)) {
            throw header.wrong("the line of column names says " + String.join(", ", written) + " and the header says "
                    + String.join(", ", header.names));
        }
        return new DelimitedHead(
                path,
                TableFormat.ECSV,
                delimiter,
                gzipped,
                lines.number(),
                header.names,
                header.units,
                header.descriptions,
                header.ucds,
                header.types,
                header.single,
                header.notes);
    }

    /** The columns alone, of the YAML without the signs of comments. */
    static EcsvHeader ofYaml(Path path, String yaml) {
        var header = new EcsvHeader(path);
        header.parse(yaml);
        return header;
    }

    List<String> names() {
        return names;
    }

    List<String> units() {
        return units;
    }

    List<String> descriptions() {
        return descriptions;
    }

    List<String> ucds() {
        return ucds;
    }

    /** Fills the lists and returns the delimiter. */
    private char parse(String yaml) {
        Node root;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setNestingDepthLimit(50);
            // Any tag may stand in the tree (astropy writes !!python/tuple): nothing is constructed from it.
            options.setTagInspector(tag -> true);
            options.setCodePointLimit(MOST_HEADER_CHARACTERS);
            root = new Yaml(options).compose(new StringReader(yaml));
        } catch (YAMLException e) {
            throw wrong("its YAML is faulty: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""))
                    .withCause(e);
        }
        if (!(root instanceof MappingNode top) || !(value(top, "datatype") instanceof SequenceNode columns)) {
            throw wrong("it has no list 'datatype'");
        }
        for (Node node : columns.getValue()) {
            if (!(node instanceof MappingNode column)) {
                throw wrong("a column in 'datatype' is no mapping");
            }
            add(column);
        }
        String delimiter = text(top, "delimiter");
        return delimiter.equals(",") ? ',' : ' ';
    }

    private void add(MappingNode column) {
        String name = text(column, "name").strip();
        String datatype = text(column, "datatype").toLowerCase(Locale.ROOT);
        String subtype = text(column, "subtype");
        if (name.isEmpty()) {
            throw wrong("a column in 'datatype' has no name");
        }
        names.add(name);
        units.add(unit(column));
        descriptions.add(text(column, "description").strip());
        ucds.add(ucd(column));
        Optional<ColumnType> type = typeOf(datatype);
        types.add(type);
        if (SINGLE.contains(datatype)) {
            single.add(names.size() - 1);
        }
        if (!subtype.isEmpty() && !typeOf(subtype.toLowerCase(Locale.ROOT)).isPresent()) {
            notes.add("column '" + name + "' holds arrays or objects and is read as their text (" + subtype + ")");
        } else if (type.isEmpty() && !datatype.equals(UNSIGNED_64)) {
            notes.add("column '" + name + "' is of type '" + datatype + "' and is read as text");
        }
    }

    private static Optional<ColumnType> typeOf(String datatype) {
        return switch (datatype) {
            case "float16", "float32", "float64", "float128" -> Optional.of(ColumnType.DOUBLE);
            case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32" -> Optional.of(ColumnType.LONG);
            case "bool" -> Optional.of(ColumnType.BOOLEAN);
            case "string" -> Optional.of(ColumnType.TEXT);
            default -> Optional.empty();
        };
    }

    /** Plain text, or astropy's older {@code !astropy.units.Unit {unit: deg}}. */
    private static String unit(MappingNode column) {
        Node unit = value(column, "unit");
        return unit instanceof MappingNode wrapped ? text(wrapped, "unit") : scalar(unit);
    }

    /** astropy keeps what a VOTable says of a column under {@code meta}, an ordered map: a list of mappings of one entry. */
    private static String ucd(MappingNode column) {
        Node meta = value(column, "meta");
        if (meta instanceof SequenceNode facts) {
            return facts.getValue().stream()
                    .filter(MappingNode.class::isInstance)
                    .map(fact -> text((MappingNode) fact, "ucd"))
                    .filter(ucd -> !ucd.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return meta instanceof MappingNode facts ? text(facts, "ucd") : "";
    }

    private static String text(MappingNode mapping, String key) {
        return scalar(value(mapping, key));
    }

    private static String scalar(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static @Nullable Node value(MappingNode mapping, String key) {
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                return entry.getValueNode();
            }
        }
        return null;
    }

    private InputError wrong(String why) {
        return new InputError(
                "the ECSV header is wrong: " + why, path.toString(), "Write the file again, for example with astropy");
    }
}
