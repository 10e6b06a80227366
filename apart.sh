# Sourced by ./litemaas for `start --apart`: the shape of a cluster on one machine. Each room runs twice, as its two Services
# do: for people and for events, from its packaged jar, with its own role, port and secrets, behind the gateway's own
# configuration (nginx) and the stand-in for Knative's broker.

ROOMS=(identity access spend alerts operations)

public_port() { echo $((PORT + 10 + $1)); }
events_port() { echo $((PORT + 20 + $1)); }

apart_ports() {
  local i
  echo $((PORT + 6))
  for i in "${!ROOMS[@]}"; do echo "$(public_port "$i") $(events_port "$i") $((PORT + 30 + i)) $((PORT + 40 + i))"; done
}

start_apart() {
  command -v nginx >/dev/null 2>&1 || fail "--apart needs nginx, which is the gateway there; none was found."
  make_reading_key
  start_database
  write_shared_settings
  start_rooms
  start_broker_apart
  start_gateway
}

start_database() {
  rm -rf "$DATA/rooms"
  LITEMAAS_DATABASE_OWNER_URL=$DATABASE_URL LITELLM_MASTER_KEY=$LITELLM_KEY \
    run database.log "$JAVA" -XX:TieredStopAtLevel=1 "$LOGGING" -cp "$(suite_classpath)" io.litemaas.suite.Apart "$DATA"
  local pid=${PIDS[-1]}
  for _ in $(seq 1 600); do
    if grep -q '^The database is ready' "$DATA/database.log"; then return; fi
    kill -0 "$pid" 2>/dev/null || { tail -20 "$DATA/database.log" >&2; fail "the database did not start; the whole log is $DATA/database.log"; }
    sleep 0.2
  done
  fail "the database was not ready after two minutes; see $DATA/database.log"
}

# What is no secret, for all rooms; and what identity alone is told about the provider.
write_shared_settings() {
  cat >"$DATA/litemaas.properties" <<P
litemaas.secure-cookies=false
litemaas.client-header=X-LiteMaaS-Client
litemaas.litellm.url=$LITELLM_URL_USED
quarkus.http.host=${LITEMAAS_APART_HOST:-127.0.0.1}
quarkus.management.host=127.0.0.1
quarkus.log.level=WARN
quarkus.log.category."io.litemaas".level=INFO
P
  (umask 077 && printf '%s\n' "${SETTINGS[@]#-D}" "litemaas.identity.public-url=http://localhost:$PORT" \
    "litemaas.identity.role-groups.admin=litemaas-admins" "litemaas.identity.role-groups.admin-readonly=litemaas-admins-readonly" \
    "litemaas.identity.litellm-public-url=$LITELLM_URL_USED" ${PORTAL:+"litemaas.identity.problem-page=/app/sign-in"} ${ADMIN:+"litemaas.identity.first-admin=$ADMIN"} \
    ${LITEMAAS_IDENTITY_PROVIDER_CLIENT_SECRET:+"litemaas.identity.provider.client-secret=$LITEMAAS_IDENTITY_PROVIDER_CLIENT_SECRET"} \
    >>"$DATA/rooms/identity.properties")
}

# Where the rooms and their triggers are: here, or in another release, whose rooms run on this one's schema (tools/upgrade/run).
ROOMS_FROM=${LITEMAAS_APART_ROOMS:-.}

# Two at a time: a small machine that starts ten at once is slower.
start_rooms() {
  local i room
  for i in "${!ROOMS[@]}"; do
    room=${ROOMS[i]}
    run_room "$room" public "$(public_port "$i")" $((PORT + 30 + i))
    run_room "$room" internal "$(events_port "$i")" $((PORT + 40 + i))
    wait_for "$room" $((PORT + 30 + i)) /q/health/ready "$room-public.log"
    wait_for "$room for events" $((PORT + 40 + i)) /q/health/ready "$room-internal.log"
  done
}

run_room() { # room, public|internal, port, management port
  run "$1-$2.log" env -i HOME="$HOME" PATH="$PATH" LITEMAAS_EXPOSE="$2" K_SINK="${LITEMAAS_APART_SINK:-http://127.0.0.1:$((PORT + 4))}" \
    QUARKUS_CONFIG_LOCATIONS="$DATA/litemaas.properties,$DATA/rooms/$1.properties" \
    "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx192m -Dquarkus.http.port="$3" -Dquarkus.management.port="$4" \
    -jar "$ROOMS_FROM/functions/$1/target/quarkus-app/quarkus-run.jar"
}

# With a broker of a cluster's (knative/test-cluster) there is none here.
start_broker_apart() {
  [ -z "${LITEMAAS_APART_SINK:-}" ] || return 0
  local i services=()
  for i in "${!ROOMS[@]}"; do services+=(--service "${ROOMS[i]}-events=http://127.0.0.1:$(events_port "$i")"); done
  run broker.log "$JAVA" -XX:TieredStopAtLevel=1 -jar "$BROKER" --port $((PORT + 4)) --triggers "$ROOMS_FROM/triggers" "${services[@]}"
}

start_gateway() {
  local i upstreams=()
  for i in "${!ROOMS[@]}"; do upstreams+=("http://127.0.0.1:$(public_port "$i")"); done
  write_gateway "$DATA/gateway" "127.0.0.1:$PORT" "127.0.0.1:$((PORT + 6))" "${upstreams[@]}"
  [ -z "${PORTAL:-}" ] || cp -r "$PORTAL" "$DATA/gateway/html/app"
  run gateway.log nginx -e stderr -p "$DATA/gateway" -c "$DATA/gateway/nginx.conf"
  wait_for "the gateway" "$PORT" /health/integration gateway.log
}

# The cluster's own configuration with this machine's addresses; knative/test-gateway tries it, too.
write_gateway() { # folder, where it listens, for itself, each room's address
  local i variables=() folder=$1 listen=$2 inner=$3
  shift 3
  mkdir -p "$folder/tmp"
  for i in "${!ROOMS[@]}"; do
    variables+=(-e "s|\${UPSTREAM_${ROOMS[i]^^}}|$1|")
    shift
  done
  sed "${variables[@]}" -e "s|\${GATEWAY_LISTEN}|$listen|" -e "s|\${GATEWAY_INNER}|$inner|" -e "s|\${GATEWAY_RESOLVER}|127.0.0.1|" \
    -e "s|\${GATEWAY_ROUTER}|unix:|" -e "s|\${PORTAL_ROOT}|$folder/html|" -e "s|\${GATEWAY_HEADERS}|$PWD/knative/base/gateway/headers.conf|" \
    -e "s|\${GATEWAY_PROXY}|$PWD/knative/base/gateway/proxy.conf|" knative/base/gateway/default.conf.template >"$folder/default.conf"
  rm -rf "$folder/html" && mkdir -p "$folder/html"
  cat >"$folder/nginx.conf" <<N
$([ "$(id -u)" != 0 ] || echo "user root;")
daemon off;
worker_processes 1;
pid $folder/nginx.pid;
error_log stderr warn;
events {}
http {
  client_body_temp_path $folder/tmp/body;
  proxy_temp_path $folder/tmp/proxy;
  fastcgi_temp_path $folder/tmp/fastcgi;
  uwsgi_temp_path $folder/tmp/uwsgi;
  scgi_temp_path $folder/tmp/scgi;
  types {
    text/html html;
    text/css css;
    text/javascript js;
    image/svg+xml svg;
    image/png png;
    font/woff2 woff2;
    application/json json;
    application/manifest+json webmanifest;
  }
  include $folder/default.conf;
}
N
}

# The example and a browser's journey, on rooms that know nothing of each other.
apart_tests() {
  if ! command -v nginx >/dev/null 2>&1; then
    echo "THE TEST OF --apart IS SKIPPED: it needs nginx, and none was found." >&2
    return
  fi
  knative/test-gateway
  local data began=$SECONDS status=0 pid
  data=$(mktemp -d)
  ./litemaas start --apart --port 8880 --data "$data" >"$data/start.log" 2>&1 &
  pid=$!
  for _ in $(seq 1 300); do
    if grep -q '^LiteMaaS is ready' "$data/start.log"; then break; fi
    kill -0 "$pid" 2>/dev/null || { cat "$data/start.log" >&2; fail "--apart did not start"; }
    sleep 1
  done
  if ! grep -q '^LiteMaaS is ready' "$data/start.log"; then
    kill "$pid" && wait "$pid" 2>/dev/null || true
    cat "$data/start.log" >&2
    fail "--apart was not ready after five minutes (its data lies in $data)"
  fi
  (. "$data/env" && examples/first-key.sh >"$data/example.log" 2>&1) || status=$?
  (. "$data/env" && gateway_refuses_as_rooms_do "$LITEMAAS_URL") || status=$?
  if [ "$status" = 0 ] && [ -x portal/node_modules/.bin/playwright ] && [ -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
    (. "$data/env" && cd portal && node_modules/.bin/playwright test --no-deps --project=journeys newcomer.spec.ts) || status=$?
  fi
  # last, since it uses up this minute's sign-ins
  (. "$data/env" && gateway_knows_who_calls "$LITEMAAS_URL") || status=$?
  kill "$pid" && wait "$pid" 2>/dev/null || true
  [ "$status" = 0 ] || { tail -n 30 "$data/example.log" "$data"/*-internal.log "$data/broker.log" >&2; fail "the example or the journey does not pass on --apart (its data lies in $data)"; }
  rm -rf "$data"
  echo "The tests of --apart passed in $((SECONDS - began)) s."
}

# What nginx itself answers is a problem like any other, and the portal's pages have their headers.
gateway_refuses_as_rooms_do() { # URL
  local answer=(-sS -o /dev/null -w '%{http_code} %{content_type}')
  [ "$(curl "${answer[@]}" "$1/nothing/here")" = '404 application/problem+json' ] || fail "the gateway's 404 is no problem"
  [ "$(head -c 200000 /dev/zero | curl "${answer[@]}" --data-binary @- "$1/keys/issue")" = '413 application/problem+json' ] || fail "the gateway's 413 is no problem"
  [ "$(curl "${answer[@]}" -H 'ce-id: 1' -H 'ce-type: io.litemaas.user.signed-in.v1' -H 'ce-source: /x' -H 'ce-specversion: 1.0' -H 'Content-Type: application/json' --data '{}' "$1/keys/issue")" = '401 application/problem+json' ] \
    || fail "the gateway lets an event through"
  [ "$(curl -sS -o /dev/null -w '%{redirect_url}' "$1/")" = "$1/app/" ] || fail "the gateway does not lead to the portal"
  [ ! -f portal/dist/index.html ] || curl -sSI "$1/app/keys" | grep -qi "^content-security-policy: default-src 'none'" || fail "the portal lacks its policy"
}

# Whoever passes for others, by the header that the gateway writes or by the one that its router does, is counted as one.
gateway_knows_who_calls() { # URL
  local i status refused=0
  # two minutes' worth, and a refusal in either: one may end meanwhile
  for i in $(seq 1 62); do
    status=$(curl -sS -o /dev/null -w '%{http_code}' -H "X-LiteMaaS-Client: 198.51.100.$i" -H "X-Forwarded-For: 198.51.100.$i" "$1/auth/login")
    [ "$status" != 429 ] || refused=$((refused + 1))
  done
  [ "$refused" -gt 0 ] || fail "the gateway lets a caller pass for others"
}
