"""Writes the contract for a fuzzer: each status that an operation may answer with, in place of `default`.

An operation's own problems are `x-problems`; the face's follow from the contract's rules, `x-face-problems`.
"""

import json
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
STATUSES = {
    code: status
    for status, code in re.findall(
        r"^\| (\d{3}) \| \[`([a-z._]+)`]", (ROOT / "docs/problems/README.md").read_text(), re.M
    )
}


def traits(method, operation):
    """What the contract's rules may name; ContractOperation says the same for the tests."""
    security = operation.get("security", [{"session": []}])
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    return {
        "fields": body.get("type") != "array",
        "json": not operation["responses"]["default"]["$ref"].endswith("ProblemPage"),
        "post": method == "post",
        "session": any("session" in way for way in security),
        "somebody": operation["x-role"] != "anyone",
        "admin": operation["x-role"].startswith("admin"),
        "beyond-read": operation["x-scope"] != "read",
        "idempotency-key": any("IdempotencyKey" in p.get("$ref", "") for p in operation.get("parameters", [])),
        "rate": "x-rate" in operation,
    }


def main():
    contract = yaml.safe_load((ROOT / "schema/openapi/litemaas.yaml").read_text())
    for path in contract["paths"].values():
        for method, operation in path.items():
            is_ = traits(method, operation)
            codes = list(operation.get("x-problems", []))
            for rule in contract["x-face-problems"]:
                if all(is_[trait] for trait in rule["where"]):
                    codes += rule["codes"]
            refusal = operation["responses"].pop("default")
            for code in codes:
                operation["responses"][STATUSES[code]] = refusal
            operation["responses"]["414"] = {"description": "The address is too long"}
    json.dump(contract, sys.stdout)


main()
