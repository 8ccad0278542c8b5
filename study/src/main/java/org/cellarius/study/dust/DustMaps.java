package org.cellarius.study.dust;

import java.nio.file.Path;
import org.cellarius.catalogue.dust.SightFile;
import org.cellarius.catalogue.dust.Sights;
import org.cellarius.galaxy.dust.BeforeFirst;
import org.cellarius.galaxy.dust.BeyondLast;
import org.cellarius.galaxy.dust.DustPixels;
import org.cellarius.galaxy.dust.DustSight;

/** Dust maps from their files. */
public final class DustMaps {

    private DustMaps() {}

    /** The map in a file, in the unit of its kind. */
    public static DustPixels read(Path path, DustKind kind, BeforeFirst before, BeyondLast beyond) {
        Sights read = SightFile.read(path, kind.form(), kind.word());
        return new DustPixels(
                kind.unit(),
                read.moduli().stream().mapToDouble(m -> m).toArray(),
                read.sights().stream()
                        .map(s -> new DustSight(s.order(), s.cell(), s.leastModulus(), s.mostModulus()))
                        .toList(),
                read.interval(),
                read.values()::value,
                before,
                beyond);
    }
}
