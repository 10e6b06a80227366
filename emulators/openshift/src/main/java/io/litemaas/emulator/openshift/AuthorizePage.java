package io.litemaas.emulator.openshift;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The page on which somebody says who they are. */
record AuthorizePage(String path, AuthorizeRequest request, List<Person> people) {
    void answer(RoutingContext exchange) {
        String body = "<p>Sign in to <strong>" + Html.escape(request.clientId()) + "</strong> as:</p>"
                + form(personList())
                + form("<label>Somebody else <input name=\"user\" required maxlength=\"63\"></label>"
                        + "<label>in the groups <input name=\"groups\" placeholder=\"developers, testers\"></label>"
                        + "<button>Sign in</button>")
                + form("<button name=\"decision\" value=\"refuse\">Refuse</button>");
        Html.answer(exchange, 200, "Who are you?", body, "'self' " + redirectOrigin());
    }

    private String personList() {
        return people.stream().map(AuthorizePage::button).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String button(Person person) {
        String groups = person.groups().isEmpty() ? "no groups" : String.join(", ", person.groups());
        return "<li><button class=\"person\" name=\"user\" value=\"" + Html.escape(person.name()) + "\">"
                + Html.escape(person.fullName() + " (" + person.name() + ": " + groups + ")") + "</button></li>";
    }

    private String form(String content) {
        String hidden = request.fields().entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"" + field.getKey() + "\" value=\""
                        + Html.escape(field.getValue()) + "\">")
                .collect(Collectors.joining());
        return "<form method=\"post\" action=\"" + Html.escape(path) + "\">" + hidden + content + "</form>";
    }

    /** A policy can't name an IPv6 address, nor a scheme without hosts by more than itself. */
    private String redirectOrigin() {
        URI target = URI.create(request.redirectUri());
        boolean nameable = target.getHost() != null && !target.getHost().startsWith("[");
        return nameable ? target.getScheme() + "://" + target.getRawAuthority() : target.getScheme() + ":";
    }
}
