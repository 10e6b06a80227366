"""Each case is sent by one of many people, so that nobody's rate ends the run after a minute."""

import itertools
import os

import schemathesis

TOKENS = itertools.cycle(os.environ["FUZZ_TOKENS"].split())


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers["Authorization"] = "Bearer " + next(TOKENS)
    if case.operation.path == "/ledger/litellm-logs":
        case.headers["X-LiteMaaS-Push"] = os.environ["FUZZ_PUSH_SECRET"]
