package org.cellarius.galaxy.action;

/**
 * How the St&auml;ckel approximation is made.
 *
 * @param focal where the foci are put
 * @param reference along which hyperboloid the radial motion is read off the potential
 * @param form star by star or from tables
 * @param columns what is told
 */
public record StaeckelChoice(FocalDistance focal, FudgeReference reference, ActionForm form, ActionColumns columns) {

    public StaeckelChoice {
        boolean tables = focal instanceof FocalDistance.ShellOrbits
                && reference == FudgeReference.STAR
                && columns == ActionColumns.ACTIONS;
        if (form == ActionForm.INTERPOLATED && !tables) {
            throw new IllegalArgumentException("interpolated actions need the focal distances '"
                    + new FocalDistance.ShellOrbits().word() + "', the reference '" + FudgeReference.STAR.word()
                    + "' and neither frequencies nor angles: take the form '" + ActionForm.DIRECT.word() + "'");
        }
    }

    /** As AGAMA does it: focal distances of shell orbits, through the star, direct; actions and box only. */
    public static StaeckelChoice standard() {
        return new StaeckelChoice(
                new FocalDistance.ShellOrbits(), FudgeReference.STAR, ActionForm.DIRECT, ActionColumns.ACTIONS);
    }

    /** What decides the numbers, in words. */
    public String meaning() {
        return "Staeckel approximation " + (reference == FudgeReference.STAR ? "through the star" : "in the plane")
                + ", " + form.word() + ", focal distances " + focal.meaning();
    }

    public StaeckelChoice with(FocalDistance other) {
        return new StaeckelChoice(other, reference, form, columns);
    }

    public StaeckelChoice with(FudgeReference other) {
        return new StaeckelChoice(focal, other, form, columns);
    }

    public StaeckelChoice with(ActionForm other) {
        return new StaeckelChoice(focal, reference, other, columns);
    }

    public StaeckelChoice with(ActionColumns other) {
        return new StaeckelChoice(focal, reference, form, other);
    }
}
