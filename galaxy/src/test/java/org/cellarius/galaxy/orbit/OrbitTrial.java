package org.cellarius.galaxy.orbit;

import java.nio.file.*;
import java.util.*;
import org.cellarius.galaxy.potential.*;

/** Scratch. */
public final class OrbitTrial {
    public static void main(String[] args) throws Exception {
        String which = args[0];
        double tol = Double.parseDouble(args[1]);
        var plane = OrbitSettings.PlaneCrossing.valueOf(args[2]);
        Motion motion = Motion.valueOf(args[3]);
        int limit = Integer.parseInt(args[4]);
        int repeat = Integer.parseInt(args[5]);
        boolean agama = which.equals("agama");
        Path file = Path.of("/work/shared/reference", agama ? "agama-mcmillan17-orbits.csv" : which);
        List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.startsWith("#")).toList();
        List<String> head = Arrays.stream(lines.get(0).split(",")).map(s -> s.replaceAll("\\[.*", "")).toList();
        List<String[]> rows = new ArrayList<>();
        for (String l : lines.subList(1, lines.size())) rows.add(l.split(",", -1));
        rows.removeIf(r -> agama ? r[head.indexOf("flag")].equals("1") : false);
        if (agama && args.length > 6) rows.removeIf(r -> !args[6].contains(r[head.indexOf("kind")]));
        if (!agama && args.length > 6) rows.removeIf(r -> !args[6].contains(r[head.indexOf("group")]));
        if (!agama) rows.removeIf(r -> r[head.indexOf("repro_zmax_rel")].isEmpty() || Double.parseDouble(r[head.indexOf("repro_zmax_rel")]) > 1e-8);
        if (rows.size() > limit) rows = rows.subList(0, limit);
        int n = rows.size();
        double[] R = col(rows, head, "R"), z = col(rows, head, "z"), vr = col(rows, head, "vR"), vz = col(rows, head, "vz"), vp = col(rows, head, agama ? "vphi" : "vphi_rot");
        double[] lz = new double[n];
        for (int i = 0; i < n; i++) lz[i] = R[i] * vp[i];
        Potential pot = agama ? Potentials.MCMILLAN_17 : which.contains("827") ? Potentials.MW_POTENTIAL_2014.rescaledTo(8.27, 236) : which.contains("irrgang") ? Potentials.IRRGANG_13_I : Potentials.MW_POTENTIAL_2014;
        ForceField field = args.length > 7 && args[7].equals("exact") ? ForceField.exact(pot) : ForceField.of(pot);
        double[] e0 = new double[n];
        field.potentials(n, R, z, e0);
        for (int i = 0; i < n; i++) e0[i] += 0.5 * (vr[i] * vr[i] + vz[i] * vz[i] + vp[i] * vp[i]);
        var settings = new OrbitSettings(new OrbitSpan(10), tol, plane, Boolean.getBoolean("every"));
        int times = Integer.getInteger("times", 1);
        int[] members = new int[n * times];
        for (int i = 0; i < n * times; i++) members[i] = i % n;
        OrbitSummaries out = null;
        for (int k = 0; k < repeat; k++) {
            out = new OrbitSummaries(n);
            long t0 = System.nanoTime(); long c0 = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); double cpu;
            new OrbitIntegrator(field, motion, settings).follow(new OrbitStarts(R, z, vr, vz, vp), members, n * times, out);
            double sec = (System.nanoTime() - t0) / 1e9; cpu = (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - c0) / 1e9;
            long steps = 0;
            for (int s : out.steps) steps += s * times;
            if (k >= repeat - 2) System.out.printf("%.3f s cpu %.3f %.0f orbits/s  steps/orbit %.0f  ns/eval %.1f%n", sec, cpu, n * times / cpu, steps / (double) n / times, cpu * 1e9 / steps / 8);
        }
        err("zmax", out.zmax, col(rows, head, agama ? "Zmax_hi" : "zmax"));
        err("Rperi", out.rPeri, col(rows, head, agama ? "Rperi_hi" : "Rperi_cyl"));
        err("Rapo", out.rApo, col(rows, head, agama ? "Rapo_hi" : "Rap_cyl"));
        err("rperi", out.r3dPeri, col(rows, head, agama ? "rperi_hi" : "rperi_sph"));
        err("rapo", out.r3dApo, col(rows, head, agama ? "rapo_hi" : "rap_sph"));
        err("energy", out.lastEnergy, e0);
        var ends = new EnumMap<OrbitEnd, Integer>(OrbitEnd.class);
        for (OrbitEnd e : out.ends) ends.merge(e, 1, Integer::sum);
        System.out.println(ends);
    }

    static void err(String name, double[] a, double[] b) {
        double[] e = new double[a.length];
        for (int i = 0; i < e.length; i++) e[i] = Math.abs(a[i] / b[i] - 1);
        Integer[] idx = new Integer[e.length];
        for (int i = 0; i < idx.length; i++) idx[i] = i;
        Arrays.sort(idx, Comparator.comparingDouble(i -> -e[i]));
        double[] s = e.clone();
        Arrays.sort(s);
        if (Boolean.getBoolean("show")) for (int k = 0; k < 5; k++) { int i = idx[k]; System.out.printf("   %s row %d ours %.12g theirs %.12g%n", name, i, a[i], b[i]); }
        System.out.printf("%-7s median %.1e  95%% %.1e 99%% %.1e max %.1e  worst rows %d %d %d%n", name, s[s.length / 2], s[(int) (s.length * .95)], s[(int) (s.length * .99)], s[s.length - 1], idx[0], idx[1], idx[2]);
    }

    static double[] col(List<String[]> rows, List<String> head, String name) {
        int k = head.indexOf(name);
        double[] c = new double[rows.size()];
        for (int i = 0; i < c.length; i++) c[i] = rows.get(i)[k].isEmpty() ? Double.NaN : Double.parseDouble(rows.get(i)[k]);
        return c;
    }
}
