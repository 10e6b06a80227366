#!/usr/bin/env bash
# From sign-in to a refused key, by curl and jq: the walk that a person takes through the portal.
#   ./litemaas start        in one terminal
#   . .litemaas/env         in another, then
#   examples/first-key.sh
# It exits with 0 only if each step did what it says. PATIENCE is how many seconds it waits for one at most.
set -euo pipefail

for tool in curl jq sha256sum; do
  command -v "$tool" >/dev/null 2>&1 || { echo "This example needs $tool; please install it." >&2; exit 2; }
done
: "${LITEMAAS_URL:?Run '. .litemaas/env' first: it says where LiteMaaS is}"
: "${LITEMAAS_LITELLM_URL:?Run '. .litemaas/env' first: it says where LiteLLM is}"
: "${LITEMAAS_PROVIDER_URL:?This example signs in with the stand-in; with a real provider take a service token}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
model=${MODEL:-gpt-4o-mini}
# of this run alone, so that no message of an earlier one is taken for its own
name="first key of $(date +%T.%3N)"

step() { printf '\n== %s\n' "$*"; }
die() { echo "FAILED: $*" >&2; exit 1; }

# sign_in NAME: the browser's way, cookie by cookie
sign_in() {
  local jar=$work/$1.cookies to back status
  read -r status to < <(curl -sS -o "$work/answer" -c "$jar" -w '%{http_code} %{redirect_url}\n' "$LITEMAAS_URL/auth/login" || true) || true
  [ -n "$to" ] || die "GET /auth/login answered ${status:-nothing}, and did not lead to the provider: $(answered_with)"
  back=$(curl -sS -o /dev/null -w '%{redirect_url}' --data "${to#*\?}&user=$1" "${to%%\?*}")
  [ -n "$back" ] || die "the provider did not lead back"
  curl -sS -o /dev/null -b "$jar" -c "$jar" "$back"
}

# call NAME METHOD PATH [BODY] [HEADER]: prints the answer, fails on a problem
call() {
  local status options=(-sS -b "$work/$1.cookies" -H 'X-LiteMaaS-CSRF: 1' -o "$work/answer" -w '%{http_code}' -X "$2")
  [ $# -lt 4 ] || options+=(-H 'Content-Type: application/json' --data "$4")
  [ $# -lt 5 ] || options+=(-H "$5")
  : >"$work/answer"
  status=$(curl "${options[@]}" "$LITEMAAS_URL/$3") || die "$2 /$3 got no answer"
  [ "$status" -lt 300 ] || die "$2 /$3 answered $status: $(answered_with)"
  jq -e . "$work/answer" >/dev/null 2>&1 || [ ! -s "$work/answer" ] || die "$2 /$3 answered $status, but no JSON: $(answered_with)"
  cat "$work/answer"
}

# a problem's code and detail; of what is none, the beginning
answered_with() {
  jq -er '"\(.code // error): \(.detail)"' "$work/answer" 2>/dev/null || head -c 200 "$work/answer"
}

random() { head -c 24 /dev/urandom | base64 | tr '+/' '-_'; }

# until_true TEXT CONDITION ...: waits until a command succeeds
until_true() {
  local what=$1 began=$SECONDS
  shift
  while [ $((SECONDS - began)) -lt "${PATIENCE:-120}" ]; do "$@" && return; sleep 0.2; done
  die "$what"
}

# plain NUMBER: its digits as they are, without an exponent: 1.50e-05 is 0.000015. A double would take a near miss for equal.
plain() {
  awk -v number="$1" 'BEGIN {
    split(tolower(number), parts, "e")
    split(parts[1], sides, ".")
    digits = sides[1] sides[2]
    point = length(sides[1]) + parts[2]
    while (point < 1) { digits = "0" digits; point++ }
    while (length(digits) <= point) digits = digits "0"
    digits = substr(digits, 1, point) "." substr(digits, point + 1)
    sub(/0+$/, "", digits); sub(/\.$/, "", digits); sub(/^0+/, "", digits); sub(/^(\.|$)/, "0&", digits)
    print digits
  }'
}

step "Sign in as alice"
sign_in alice
call alice GET auth/me | jq -r '"\(.username), \(.roles | join(" and "))"'

step "Look at the models"
for _ in $(seq 1 60); do
  [ "$(call alice GET "models/list?limit=200" | jq --arg m "$model" '[.items[] | select(.name == $m)] | length')" = 1 ] && break
  sleep 1
done
call alice GET "models/get?name=$model" | jq -r '"\(.name): \(.inputCostPerToken.amount) \(.inputCostPerToken.currency) a token in"'

step "Subscribe"
subscription=$(call alice POST subscriptions/request "{\"name\":\"first steps\",\"models\":[\"$model\"]}" "Idempotency-Key: $(random)" | jq -r .id)
echo "$subscription"

step "Issue a key"
header="Idempotency-Key: $(random)"
wish="{\"subscriptionId\":\"$subscription\",\"name\":\"$name\"}"
call alice POST keys/issue "$wish" "$header" >"$work/key"
key=$(jq -r .id "$work/key")
value=$(jq -r .value "$work/key")
echo "$key"
[ "$(call alice POST keys/issue "$wish" "$header" | jq -r .value)" = "$value" ] || die "the repetition gave another value"
hash=$(printf %s "$value" | sha256sum | cut -d' ' -f1)
if [ -n "${LITEMAAS_LITELLM_MASTER_KEY:-}" ]; then
  listed=$(curl -sS -H "Authorization: Bearer $LITEMAAS_LITELLM_MASTER_KEY" "$LITEMAAS_LITELLM_URL/key/list?key_hash=$hash" | jq -r '.keys[0]')
  [ "$listed" = "$hash" ] || die "LiteLLM does not list the hash $hash"
  echo "LiteLLM lists its hash."
else
  echo "Whether LiteLLM lists its hash is NOT LOOKED AT: LITEMAAS_LITELLM_MASTER_KEY is not set."
fi

# chat: prints the status; headers and answer lie in $work
chat() {
  curl -sS -D "$work/headers" -o "$work/completion" -w '%{http_code}' -H "Authorization: Bearer $value" -H 'Content-Type: application/json' \
    --data "{\"model\":\"$model\",\"max_tokens\":20,\"messages\":[{\"role\":\"user\",\"content\":\"Say hello\"}]}" \
    "$LITEMAAS_LITELLM_URL/v1/chat/completions"
}

step "Call the model with it"
[ "$(chat)" = 200 ] || die "the call was refused: $(cat "$work/completion")"
jq -er '.choices[0].message.content' "$work/completion" || die "the completion has no choice"
cost=$(tr -d '\r' <"$work/headers" | sed -n 's/^x-litellm-response-cost: //Ip')
echo "It cost $cost."

step "See what it cost"
spent_is_the_cost() {
  local spent
  spent=$(call alice GET "usage?by=key" | jq -r --arg key "$key" '.rows[] | select(.keyId == $key) | .sum.cost.amount')
  [ -n "$spent" ] && [ "$(plain "$spent")" = "$(plain "$cost")" ]
}
until_true "the usage of the key does not become $cost" spent_is_the_cost
call alice GET "usage?by=key" | jq -r --arg key "$key" '.rows[] | select(.keyId == $key) | .sum | "\(.cost.amount) \(.cost.currency) for \(.requests) request"'

step "Block it, and let it go on"
refused() { [ "$(chat)" = 401 ]; }
answered() { [ "$(chat)" = 200 ]; }
call alice POST keys/block "{\"id\":\"$key\"}" | jq -r .state
until_true "the blocked key still works" refused
call alice POST keys/unblock "{\"id\":\"$key\"}" | jq -r .state
until_true "the unblocked key does not work" answered

step "As the admin carol, set a budget that is used up already"
sign_in carol
# set_budget AMOUNT [MORE]: of the key
set_budget() {
  call carol POST budgets/set \
    "{\"scope\":\"key\",\"scopeId\":\"$key\",\"amount\":{\"amount\":\"$1\",\"currency\":\"USD\"},\"period\":\"month\",\"mode\":\"block\"${2:-}}" \
    "Idempotency-Key: $(random)" >"$work/budget"
  jq -r '"\(.amount.amount) \(.amount.currency) a \(.period)"' "$work/budget"
}
began=$(date +%s%3N)
set_budget 0.00001
until_true "the exhausted key still works" refused
late=$(($(date +%s%3N) - began))
echo "LiteLLM refuses the key $late ms later."
[ "$late" -le 5000 ] || die "a key whose budget ran out may work for five seconds at most"
message() { call alice GET "inbox/list?unread=true&limit=200" | jq -er --arg name "$name" '[.items[].title | select(contains($name))][0] // empty'; }
until_true "no message came of \"$name\"" message

step "Raise the budget"
set_budget 1 "$(jq -r '",\"id\":\"\(.id)\",\"version\":\(.version)"' "$work/budget")"
until_true "the key does not work again" answered
echo "The key works again."

step "Revoke it"
call alice POST keys/revoke "{\"id\":\"$key\"}" | jq -r .state
gone() { ! call alice GET "keys/list?limit=200" | jq -e --arg key "$key" '.items[] | select(.id == $key)' >/dev/null; }
until_true "the revoked key is still listed" gone
until_true "the revoked key still works" refused

printf '\nAll of it worked.\n'
