"""Whether a fuzz that found nothing has looked: enough cases, every operation, and let in as an admin."""

import json
import sys

answers = json.load(open(sys.argv[1]))
wanted = {
    f"{method.upper()} {path}"
    for path, methods in json.load(open(sys.argv[2]))["paths"].items()
    for method in methods
    if method in ("get", "post") and not path.startswith(("/auth/logout", "/users/disable"))
}
cases = sum(sum(statuses.values()) for statuses in answers.values())
faults = [f"{operation} was never called" for operation in sorted(wanted - answers.keys())]
if cases < int(sys.argv[3]):
    faults.append(f"only {cases} cases")
if "200" not in answers.get("GET /auth/me", {}) or "200" not in answers.get("GET /users/list", {}):
    faults.append("the callers are no admins")
done = sum(1 for statuses in answers.values() if any(status.startswith("2") for status in statuses))
print(f"fuzz: {cases} cases, {len(answers)} operations, {done} of them done at least once")
sys.exit("fuzz: " + "; ".join(faults) if faults else 0)
