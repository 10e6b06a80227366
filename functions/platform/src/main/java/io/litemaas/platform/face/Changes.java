package io.litemaas.platform.face;

import io.litemaas.platform.caller.Role;
import io.litemaas.platform.caller.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A function that changes something: {@code POST}, its input a JSON body. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Changes {

    /** Who may call it. */
    Role role();

    /** Which service tokens may; by default none. */
    Scope scope() default Scope.PERSON;

    /** How often. */
    Rate rate() default Rate.NONE;

    /** Whether a repetition could make a second thing, so that an Idempotency-Key is needed. */
    Creation creates() default Creation.NOTHING;

    /**
     * Whether it proves its caller by a credential of its own, such as the refresh token: the access token, which may
     * have ended, is not looked at, and the header against forged requests is needed always.
     */
    boolean ownCredential() default false;

    /**
     * The setting whose value must be the last segment of the path, for senders that can send no header; without a value
     * the operation does not exist.
     */
    String secretSegment() default "";

    /** Whether the body may be large and is read as a stream by the function's own input type. */
    boolean bulk() default false;

    /** What a function creates, which says how well its Idempotency-Key must be chosen. */
    enum Creation {
        NOTHING(Integer.MAX_VALUE),
        /** Any key of one character or more tells two requests apart. */
        THING(1),
        /** The answer holds a secret that can be asked for again with the key, so nobody may guess it. */
        SECRET(22);

        private final int shortestKey;

        Creation(int shortestKey) {
            this.shortestKey = shortestKey;
        }

        int shortestKey() {
            return shortestKey;
        }
    }
}
