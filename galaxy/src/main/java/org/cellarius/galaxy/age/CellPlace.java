package org.cellarius.galaxy.age;

/**
 * A cell of a homologous grid: its intervals of [Fe/H], [&alpha;/Fe] and age, and a stretch of its curves, all by number.
 */
record CellPlace(int iron, int alpha, int age, int stretch) {}
