package io.litemaas.platform.problem;

/**
 * A kind of problem that the catalogue lists, by an enum in the package that raises it. All of them together are
 * rendered to {@code docs/problems} and to the portal's texts.
 */
public interface CataloguedProblem extends ProblemType {

    /** How it is explained. */
    ProblemText text();

    @Override
    default int status() {
        return text().status();
    }

    @Override
    default String code() {
        return text().code();
    }

    @Override
    default String title() {
        return text().title();
    }
}
