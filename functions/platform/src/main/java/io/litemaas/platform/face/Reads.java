package io.litemaas.platform.face;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A function that changes nothing: {@code GET}, its input from the query. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** Who may call it. */
    Role role();

    /** Which service tokens may; by default none. */
    Scope scope() default Scope.PERSON;

    /** How often. */
    Rate rate() default Rate.NONE;

    /**
     * Whether it answers browsers that navigate, which accept anything, rather than clients that want JSON: who it is
     * for is not looked at, and its problems are pages where HTML is asked for.
     */
    boolean page() default false;
}
