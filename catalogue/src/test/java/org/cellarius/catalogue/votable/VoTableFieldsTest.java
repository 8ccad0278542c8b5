package org.cellarius.catalogue.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cellarius.catalogue.ColumnDescription;
import org.cellarius.catalogue.ColumnType;
import org.junit.jupiter.api.Test;

final class VoTableFieldsTest {
    @Test
    void whatIsWrittenIsRead() {
        var columns = List.of(
                new ColumnDescription("ra", ColumnType.DOUBLE, "deg", "right ascension <ICRS> & \"co\"", "pos.eq.ra"),
                new ColumnDescription("source_id", ColumnType.LONG, "", ""),
                new ColumnDescription("[α/Fe]", ColumnType.TEXT, "dex", "", ""));
        assertThat(VoTableFields.of(VoTableFields.document(columns)))
                .extracting(ColumnDescription::name, ColumnDescription::unit, ColumnDescription::ucd)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ra", "deg", "pos.eq.ra"),
                        org.assertj.core.groups.Tuple.tuple("source_id", "", ""),
                        org.assertj.core.groups.Tuple.tuple("[α/Fe]", "dex", ""));
        assertThat(VoTableFields.of(VoTableFields.document(columns)).getFirst().description())
                .isEqualTo("right ascension <ICRS> & \"co\"");
    }

    @Test
    void whatIsNoVoTableGivesNothing() {
        assertThat(VoTableFields.of("no XML")).isEmpty();
        assertThat(VoTableFields.of("<!DOCTYPE a [<!ENTITY x \"y\">]><VOTABLE>&x;</VOTABLE>"))
                .isEmpty();
    }
}
