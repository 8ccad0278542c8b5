"""What an astronomer writes today for the products of bench/figures.yaml: python3 by_hand_figures.py SURVEY.fits OUTFOLDER
(astropy, numpy, pandas, matplotlib, scipy of Debian): each figure as PNG and PDF, each table as CSV. Medians of cells by pandas, which is the fastest of them."""
import os
import sys
import time

import matplotlib

matplotlib.use("Agg")
import astropy.units as u
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from astropy.coordinates import Galactocentric, SkyCoord
from astropy.table import Table
from matplotlib.colors import LogNorm
from matplotlib.patches import Ellipse

survey, out = sys.argv[1], sys.argv[2]
os.makedirs(out, exist_ok=True)
begun = time.time()


def said(what):
    print(f"{time.time() - begun:7.1f} s  {what}", flush=True)


# ---- stars
t = Table.read(survey)
keep = (t["distance"] != -9999) & (t["fe_h"] != -9999) & (t["age"] != -9999)
t = t[keep]
place = SkyCoord(
    ra=np.array(t["ra"]) * u.deg, dec=np.array(t["dec"]) * u.deg, distance=np.array(t["distance"]) * u.pc
).transform_to(Galactocentric(galcen_distance=8.27 * u.kpc, z_sun=29 * u.pc))
x, y, z = (a.to_value(u.kpc) for a in (place.x, place.y, place.z))
fe = np.array(t["fe_h"], float)
fe_error = np.array(t["fe_h_error"], float)
age = np.array(t["age"], float) * t["age"].unit.to(u.Gyr)
alpha = 0.02 + 0.012 * age - 0.1 * fe + 0.02 * np.sin(np.array(t["obs_id"], float))
r, height = np.hypot(x, y), np.abs(z)
low = alpha < 0.12
said(f"{len(x)} stars")

R_BINS = [0, 3, 6, 9, 12, 15, 25]
Z_BINS = [0, 0.5, 1, 2]
UNITS = {"fe_h": "[Fe/H] (dex)", "alpha": "[α/Fe] (dex)", "age": "age (Gyr)"}


def save(figure, name):
    figure.savefig(f"{out}/{name}.png", dpi=300)
    figure.savefig(f"{out}/{name}.pdf")
    plt.close(figure)
    said(name)


def cells(a, b, width, sel):
    """Numbers of the cells, and the edges; cells begin at multiples of their width."""
    i, j = np.floor(a[sel] / width[0]).astype(int), np.floor(b[sel] / width[1]).astype(int)
    i0, j0 = i.min(), j.min()
    return i - i0, j - j0, np.arange(i0, i.max() + 2) * width[0], np.arange(j0, j.max() + 2) * width[1]


def grid_of(a, b, width, sel, value=None, least=1):
    """Counts, medians and standard deviations of a value in cells."""
    i, j, ea, eb = cells(a, b, width, sel)
    shape = len(ea) - 1, len(eb) - 1
    flat = i * shape[1] + j
    n = np.bincount(flat, minlength=shape[0] * shape[1]).reshape(shape)
    if value is None:
        return ea, eb, n, np.where(n >= least, n, np.nan), np.sqrt(n)
    grouped = pd.Series(value[sel]).groupby(flat)
    median, spread = np.full(n.size, np.nan), np.full(n.size, np.nan)
    found = grouped.median()
    median[found.index] = found.values
    found = grouped.std()
    spread[found.index] = found.values
    error = 1.2533 * spread.reshape(shape) / np.sqrt(np.maximum(n, 1))
    return ea, eb, n, np.where(n >= least, median.reshape(shape), np.nan), error


def table(name, ea, eb, n, value, error, rows, **more):
    i, j = np.nonzero(np.isfinite(value))
    rows.append(
        pd.DataFrame(
            {**more, "x_lo": ea[i], "x_hi": ea[i + 1], "y_lo": eb[j], "y_hi": eb[j + 1], "n": n[i, j], "value": value[i, j], "error": error[i, j]}
        )
    )


def galaxy(axis):
    axis.add_patch(Ellipse((0, 0), 10, 4, angle=25, fill=False))
    axis.plot(-8.27, 0, "*", ms=8, c="gold", mec="k")
    axis.plot(0, 0, "+", c="k")


def one_map(name, a, b, width, sel, value, label, least, bar=False):
    figure, axis = plt.subplots(figsize=(3.46, 3.2), layout="constrained")
    ea, eb, n, median, error = grid_of(a, b, width, sel, value, least)
    drawn = axis.pcolormesh(ea, eb, median.T)
    figure.colorbar(drawn, label=label)
    axis.set_aspect("equal")
    if bar:
        galaxy(axis)
    rows = []
    table(name, ea, eb, n, median, error, rows)
    pd.concat(rows).to_csv(f"{out}/{name}.csv", index=False)
    save(figure, name)


thin = height < 1
one_map("map-fe", x, y, (0.5, 0.5), thin, fe, UNITS["fe_h"], 3, True)
one_map("map-al", x, y, (0.5, 0.5), thin, alpha, UNITS["alpha"], 3, True)
one_map("map-age", x, y, (0.5, 0.5), thin, age, UNITS["age"], 3, True)
signed = np.sign(x) * r
one_map("edge-fe", signed, z, (0.5, 0.5), np.ones(len(x), bool), fe, UNITS["fe_h"], 3)
one_map("edge-age", signed, z, (0.5, 0.5), np.ones(len(x), bool), age, UNITS["age"], 3)


def enclosed(n, share):
    """The height above which a share of the stars lies."""
    falling = np.sort(n.ravel())[::-1]
    return falling[min(np.searchsorted(np.cumsum(falling), share * falling.sum()), falling.size - 1)]


def outline(axis, ea, eb, n, share, **style):
    level = enclosed(n, share)
    if 0 < level < n.max() and min(n.shape) > 1:
        axis.contour(0.5 * (ea[1:] + ea[:-1]), 0.5 * (eb[1:] + eb[:-1]), n.T, [level], **style)


def panels(name, a, b, width, labels, value=None, value_label="", least=1, contour=None, over_r=True):
    """A grid of panels, heights down and radii across, with one colour scale."""
    bins = R_BINS if over_r else [0, 1e9]
    rows, made = [], {}
    for k in range(len(Z_BINS) - 1):
        for m in range(len(bins) - 1):
            sel = (height >= Z_BINS[k]) & (height < Z_BINS[k + 1]) & (r >= bins[m]) & (r < bins[m + 1])
            if sel.any():
                made[k, m] = grid_of(a, b, width, sel, value, least)
                table(name, *made[k, m], rows, z_bin=k, r_bin=m)
    all_values = np.concatenate([g[3][np.isfinite(g[3])] for g in made.values()])
    norm = LogNorm(1, all_values.max()) if value is None else plt.Normalize(all_values.min(), all_values.max())
    across = len(bins) - 1 if over_r else len(Z_BINS) - 1
    figure, axes = plt.subplots(
        len(Z_BINS) - 1 if over_r else 1, across, figsize=(7.1, 3.8 if over_r else 2.6), sharex=True, sharey=True, squeeze=False, layout="constrained"
    )
    for (k, m), (ea, eb, n, value_, _) in made.items():
        axis = axes[k, m] if over_r else axes[0, k]
        drawn = axis.pcolormesh(ea, eb, value_.T, norm=norm)
        if contour:
            outline(axis, ea, eb, n, contour, colors="k", linewidths=0.8)
        axis.set_title(f"{bins[m]} < R < {bins[m + 1]}, {Z_BINS[k]} < |Z| < {Z_BINS[k + 1]}", fontsize=5)
    figure.colorbar(drawn, ax=axes, label=value_label or "N")
    figure.supxlabel(labels[0])
    figure.supylabel(labels[1])
    pd.concat(rows).to_csv(f"{out}/{name}.csv", index=False)
    save(figure, name)


panels("height-fe", x, y, (0.5, 0.5), ("X (kpc)", "Y (kpc)"), fe, UNITS["fe_h"], 3, over_r=False)
panels("chem", fe, alpha, (0.05, 0.02), (UNITS["fe_h"], UNITS["alpha"]), contour=0.9)
panels("chem-age", fe, alpha, (0.05, 0.02), (UNITS["fe_h"], UNITS["alpha"]), age, UNITS["age"], 5)
panels("amr", age, fe, (0.25, 0.05), (UNITS["age"], UNITS["fe_h"]), alpha, UNITS["alpha"], 5)
panels("age-alpha", age, alpha, (0.25, 0.01), (UNITS["age"], UNITS["alpha"]), contour=0.9)


def together(name, a, b, width, sel, by, edges, labels, share):
    """Contours of each slice in one panel."""
    figure, axis = plt.subplots(figsize=(3.46, 3.0), layout="constrained")
    rows = []
    for k in range(len(edges) - 1):
        part = sel & (by >= edges[k]) & (by < edges[k + 1])
        if not part.any():
            continue
        ea, eb, n, count, error = grid_of(a, b, width, part)
        outline(axis, ea, eb, n, share, colors=[plt.cm.viridis(k / (len(edges) - 1))])
        table(name, ea, eb, n, count, error, rows, slice=k)
    axis.set_xlabel(labels[0])
    axis.set_ylabel(labels[1])
    pd.concat(rows).to_csv(f"{out}/{name}.csv", index=False)
    save(figure, name)


together("by-r", fe, alpha, (0.05, 0.02), height < 0.5, r, R_BINS, (UNITS["fe_h"], UNITS["alpha"]), 0.75)
log_age = np.log10(age) + 9
together("tagging", r, alpha, (0.25, 0.01), (fe >= -0.1) & (fe <= 0.1), log_age, [9.0, 9.2, 9.4, 9.6, 9.8, 10, 10.2], ("R (kpc)", UNITS["alpha"]), 0.75)

# ---- polar map
figure, axis = plt.subplots(figsize=(3.46, 3.2), layout="constrained")
azimuth = np.degrees(np.arctan2(y, -x))
ea, eb, n, median, error = grid_of(azimuth, r, (10, 1), height < 0.5, fe, 5)
angle, radius = np.meshgrid(np.radians(ea), eb, indexing="ij")
drawn = axis.pcolormesh(-radius * np.cos(angle), radius * np.sin(angle), median)
figure.colorbar(drawn, label=UNITS["fe_h"])
axis.set_aspect("equal")
rows = []
table("polar", ea, eb, n, median, error, rows)
pd.concat(rows).to_csv(f"{out}/polar.csv", index=False)
save(figure, "polar")

# ---- running medians, 200 stars, half of them new
figure, axes = plt.subplots(1, 2, figsize=(7.1, 3), sharey=True, layout="constrained")
rows = []
for axis, chosen, name in ((axes[0], low, "low"), (axes[1], ~low, "high")):
    for k in range(len(Z_BINS) - 1):
        sel = chosen & (r < 16) & (height >= Z_BINS[k]) & (height < Z_BINS[k + 1])
        order = np.argsort(r[sel])
        windows = lambda a: np.lib.stride_tricks.sliding_window_view(a[sel][order], 200)[::100]
        middle, median = np.mean(windows(r), axis=1), np.median(windows(fe), axis=1)
        error = 1.2533 * np.std(windows(fe), axis=1, ddof=1) / np.sqrt(200)
        axis.plot(middle, median, lw=0.7, rasterized=True)
        rows.append(pd.DataFrame({"population": name, "z_bin": k, "r": middle, "median": median, "error": error}))
pd.concat(rows).to_csv(f"{out}/profiles.csv", index=False)
save(figure, "profiles")


# ---- lines
def wls(a, b, e):
    w = 1 / e**2
    am, bm = (w * a).sum() / w.sum(), (w * b).sum() / w.sum()
    d = a - am
    slope = (w * d * (b - bm)).sum() / (w * d * d).sum()
    start = bm - slope * am
    chi2 = (w * (b - start - slope * a) ** 2).sum() / (len(a) - 2)
    return slope, 1 / np.sqrt((w * d * d).sum()), start, np.sqrt(1 / w.sum() + am**2 / (w * d * d).sum()), chi2


def lines(name, a, slicing, edges, samples, across):
    rows = []
    figure, axes = plt.subplots(len(samples) * (len(edges) - 1) // across + (len(samples) * (len(edges) - 1) % across > 0), across, figsize=(7.1, 7), squeeze=False, layout="constrained")
    flat = iter(axes.ravel())
    for label, sample in samples:
        for k in range(len(edges) - 1):
            axis = next(flat)
            sel = sample & (slicing >= edges[k]) & (slicing < edges[k + 1])
            if sel.sum() < 30:
                continue
            m, dm, b, db, chi2 = wls(a[sel], fe[sel], fe_error[sel])
            axis.hexbin(a[sel], fe[sel], gridsize=60, bins="log", mincnt=1)
            ends = np.array([a[sel].min(), a[sel].max()])
            axis.plot(ends, b + m * ends, "r")
            axis.set_title(f"{label} {edges[k]}–{edges[k + 1]}: {m:.4f} ± {dm:.4f}, N = {sel.sum()}", fontsize=5)
            rows.append((label, edges[k], edges[k + 1], sel.sum(), m, dm, b, db, chi2))
    save(figure, name)
    frame = pd.DataFrame(rows, columns="sample lo hi n slope slope_error intercept intercept_error chi2".split())
    frame.to_csv(f"{out}/{name}.csv", index=False)
    figure, axis = plt.subplots(figsize=(3.46, 2.6), layout="constrained")
    for label, part in frame.groupby("sample"):
        axis.errorbar(0.5 * (part.lo + part.hi), part.slope, part.slope_error, fmt="o", label=label)
    axis.legend()
    save(figure, name + "-slopes")


outer = r > 7
lines("slopes", r, height, np.arange(0, 2.01, 0.25), (("low", low & outer), ("high", ~low & outer)), 4)
lines("vertical", height, r, [4, 6, 8, 10, 12, 14, 16], (("all", height < 2),), 3)


# ---- distributions in rows
def ridge(name, value, width, label):
    random = np.random.default_rng(1)
    figure, axes = plt.subplots(1, 3, figsize=(7.1, 4), sharey=True, layout="constrained")
    edges_r, rows = [3, 5, 7, 9, 11, 13, 15], []
    for k, axis in enumerate(axes):
        for m in range(len(edges_r) - 1):
            sel = (height >= Z_BINS[k]) & (height < Z_BINS[k + 1]) & (r >= edges_r[m]) & (r < edges_r[m + 1])
            if sel.sum() < 30:
                continue
            v = value[sel]
            bins = np.arange(np.floor(v.min() / width), np.ceil(v.max() / width) + 1) * width
            n, bins = np.histogram(v, bins)
            axis.stairs(m + 0.9 * n / n.max(), bins, baseline=m)
            axis.plot(np.percentile(v, [16, 50, 84]), [m] * 3, "|k")
            mean, sd, p = v.mean(), v.std(ddof=1), np.percentile(v, [5, 16, 25, 50, 75, 84, 95])
            skew = ((v - mean) ** 3).mean() / sd**3
            kurtosis = ((v - mean) ** 4).mean() / sd**4 - 3
            mode = kde_mode(v, sd)
            again = []
            for _ in range(BOOTSTRAPS):
                b = v[random.integers(0, len(v), len(v))] if len(v) <= 20_000 else v[random.integers(0, len(v), 20_000)]
                again.append(((b - b.mean()) ** 3).mean() / b.std() ** 3)
            rows.append((k, m, len(v), mean, sd / np.sqrt(len(v)), sd, skew, np.std(again), kurtosis, mode, *p))
    figure.supxlabel(label)
    pd.DataFrame(rows, columns="z_bin r_bin n mean mean_error sd skewness skewness_error kurtosis mode p5 p16 p25 p50 p75 p84 p95".split()).to_csv(f"{out}/{name}.csv", index=False)
    save(figure, name)


BOOTSTRAPS = 100


def kde_mode(v, sd):
    """Peak of a Gaussian density with Silverman's width, on a fine histogram."""
    q = np.percentile(v, [25, 75])
    h = 0.9 * min(sd, (q[1] - q[0]) / 1.34) * len(v) ** -0.2
    n, edges = np.histogram(v, np.arange(v.min() - 4 * h, v.max() + 4 * h, h / 10))
    kernel = np.exp(-0.5 * (np.arange(-40, 41) / 10) ** 2)
    smooth = np.convolve(n, kernel, "same")
    return 0.5 * (edges[smooth.argmax()] + edges[smooth.argmax() + 1])


ridge("mdf", fe, 0.05, UNITS["fe_h"])
ridge("adf", age, 0.5, UNITS["age"])
said("all")
