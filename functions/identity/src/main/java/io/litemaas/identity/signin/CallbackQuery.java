package io.litemaas.identity.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The query of {@code auth/callback}: what providers send is theirs to choose, and read by those who know the protocol. */
@JsonIgnoreProperties(ignoreUnknown = true)
public class CallbackQuery {}
