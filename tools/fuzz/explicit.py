"""Writes the contract for a fuzzer: each status that an operation may answer with, in place of `default`.

What the face refuses before an operation runs follows from what the operation declares; the contract's introduction has
the rules, and functions/testing's ContractOperation holds all other tests to them.
"""

import json
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
STATUSES = dict(
    (code, status)
    for status, code in re.findall(r"^\| (\d{3}) \| \[`([a-z._]+)`]", (ROOT / "docs/problems/README.md").read_text(), re.M)
)


def problems(method, operation):
    parameters = [p.get("$ref", "") for p in operation.get("parameters", [])]
    session = operation.get("security", [{"session": []}]) and any("session" in s for s in operation.get("security", [{"session": []}]))
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    yield from operation.get("x-problems", [])
    yield from ("http.method_not_allowed", "http.event_not_expected", "http.not_acceptable")
    if body.get("type") != "array":
        yield "http.invalid_request"
    if method == "post":
        yield from ("http.malformed_body", "http.too_large", "http.unsupported_media_type")
    if session:
        yield "auth.session_ended"
        if method == "post":
            yield "auth.csrf_header_missing"
    if operation["x-role"] != "anyone":
        yield "auth.sign_in_required"
        if operation["x-scope"] != "read":
            yield "auth.scope_missing"
    if operation["x-role"].startswith("admin"):
        yield "auth.forbidden"
    if any("IdempotencyKey" in reference for reference in parameters):
        yield from ("http.idempotency_key_required", "http.idempotency_key_reused", "http.in_progress")
    if "x-rate" in operation:
        yield "http.rate_limited"


def main():
    contract = yaml.safe_load((ROOT / "schema/openapi/litemaas.yaml").read_text())
    for path in contract["paths"].values():
        for method, operation in path.items():
            refusal = operation["responses"].pop("default")
            for code in problems(method, operation):
                operation["responses"][STATUSES[code]] = refusal
            operation["responses"]["414"] = {"description": "The address is too long"}
    json.dump(contract, sys.stdout)


main()
