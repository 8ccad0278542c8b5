/**
 * Journal figures: one drawing, three outputs (SVG, PNG, PDF). This package knows numbers, units and captions; it knows no stars
 * and no catalogues.
 *
 * <p>A {@link org.cellarius.figure.Figure} holds {@link org.cellarius.figure.Panel}s in rows; a panel has two
 * {@link org.cellarius.figure.Axis axes} and {@link org.cellarius.figure.Layer}s drawn one over the other;
 * {@link org.cellarius.figure.FigureWriter} turns it into files. All are values: the same figure gives the same bytes, whatever
 * the machine, its fonts and its clock.
 *
 * <p><b>On paper.</b> Sizes are in points (1/72 inch) and millimetres, at the size of the journal's column (88 or 180 mm), with
 * letters of 7 and 8 pt: a figure is not to be scaled in print. Axes carry ticks inwards on four sides, at multiples of 1, 2,
 * 2.5 or 5 times a power of ten. Panels of a figure are equally big; neighbours with equal axes stand close and share their
 * labels; panels with equal {@link org.cellarius.figure.ColourScale}s share one colour bar, pointed where values lie outside. On
 * maps one unit of x is as long as one unit of y. Legends look for the emptiest place.
 *
 * <p><b>Text.</b> Labels know {@code _{index}}, {@code ^{power}}, {@code *{oblique}} and {@code !{bold}}. The fonts are bundled (DejaVu Sans 2.37,
 * licence beside them) and read as files, so that no font of the machine is ever used. SVG and PNG show letters as shapes; PDF
 * embeds the used glyphs, so that its text can be searched.
 *
 * <p><b>Colour.</b> Maps of colours are even in perceived lightness: viridis (Smith and van der Walt 2015), cividis (Nuñez et al.
 * 2018, PLoS ONE 13, e0199239), a diverging one and a grey one made in Oklab (Ottosson 2020). Series take the colours of Okabe
 * and Ito (2008), and a symbol and a dash pattern each, so that grey print can be read.
 *
 * <p><b>Many points.</b> Clouds belong into a {@link org.cellarius.figure.Density}, an image of the logarithm of counts. Above
 * some thousand points or cells a layer is embedded as an image of 300 pixels per inch; axes, lines and letters are always
 * vectors.
 *
 * <p><b>Missing.</b> Numbers that are not finite are skipped; a panel without any number says "no data"; limits of axes that are
 * not finite are refused.
 *
 * <p><b>Not done.</b> Logarithmic axes, contours, three dimensions. Text runs from left to right without shaping or kerning.
 */
@NullMarked
package org.cellarius.figure;

import org.jspecify.annotations.NullMarked;
