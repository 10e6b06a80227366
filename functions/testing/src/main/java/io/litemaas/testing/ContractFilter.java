package io.litemaas.testing;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.util.List;

/** Holds every answer that a test sees against the contract. */
public final class ContractFilter implements Filter {
    private final Contract contract = Contract.load();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = java.net.URI.create(request.getURI()).getPath();
        List<String> faults = contract.faults(
                request.getMethod(),
                path,
                response.statusCode(),
                response.contentType(),
                response.body().asString());
        if (!faults.isEmpty()) {
            throw new AssertionError("The answer breaks the contract: " + faults + "\n"
                    + response.body().asString());
        }
        ContractVisit.of(contract.template(path), response).record();
        return response;
    }
}
