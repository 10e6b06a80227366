"""Each case is sent by one of many people, so that nobody's rate ends the run after a minute."""

import os
import random

import schemathesis

TOKENS = os.environ["FUZZ_TOKENS"].split()


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers["Authorization"] = "Bearer " + random.choice(TOKENS)
    if case.operation.path == "/ledger/litellm-logs":
        case.headers["X-LiteMaaS-Push"] = os.environ["FUZZ_PUSH_SECRET"]
