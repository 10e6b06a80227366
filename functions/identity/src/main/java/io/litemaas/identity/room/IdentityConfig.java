package io.litemaas.identity.room;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What this room alone is told. */
@ConfigMapping(prefix = "litemaas.identity")
public interface IdentityConfig {

    /** Where browsers find LiteMaaS, without a slash at the end, such as {@code https://litemaas.example.org}. */
    String publicUrl();

    /** The provider's groups whose people have a role, by the role; for {@code user}, by default everybody. */
    Map<String, Set<String>> roleGroups();

    /** The name of a user who is an admin whatever their groups, so that an installation has one. */
    Optional<String> firstAdmin();

    /**
     * The portal's page for a sign-in that failed, a path of this host. A browser is sent there with {@code problem}, the
     * problem's code, and {@code returnTo}. Where this is not set, it is shown the bare problem.
     */
    Optional<String> problemPage();

    /** Where people's programs find LiteLLM, without a slash at the end, for the examples that they copy. */
    Optional<String> litellmPublicUrl();
}
