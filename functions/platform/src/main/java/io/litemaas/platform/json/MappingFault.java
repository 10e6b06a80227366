package io.litemaas.platform.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.litemaas.platform.problem.FieldError;

/** Says in a caller's words what the mapper could not read; the mapper's own text names our classes. */
final class MappingFault {
    private MappingFault() {}

    static FieldError of(JsonMappingException fault) {
        return new FieldError(path(fault), message(fault));
    }

    private static String message(JsonMappingException fault) {
        if (fault instanceof UnrecognizedPropertyException) {
            return "is not known here";
        }
        if (fault instanceof ValueInstantiationException
                && fault.getCause() instanceof IllegalArgumentException cause) {
            return String.valueOf(cause.getMessage());
        }
        if (fault instanceof MismatchedInputException && fault.getMessage().startsWith("Missing required")) {
            return "is missing";
        }
        return "has the wrong type or format";
    }

    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
