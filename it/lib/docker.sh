# shellcheck shell=bash
# The Docker engine: a client that can build with BuildKit, and a daemon that answers.

# docker_client: the first client on PATH that has BuildKit. A client of version 23 or newer has it only with buildx.
docker_client() {
  local client major
  while read -r client; do
    major=$("$client" --version 2>/dev/null | sed -nE 's/^Docker version ([0-9]+)\..*/\1/p')
    if [ "${major:-99}" -lt 23 ] || "$client" buildx version >/dev/null 2>&1; then
      printf '%s\n' "$client"
      return
    fi
  done < <(type -ap docker)
  return 1
}

docker_ready() {
  local client
  client=$(docker_client) && timeout 10 "$client" info >/dev/null 2>&1
}

# bring_docker: starts the daemon unless one answers; sets DOCKER, the client to use.
bring_docker() {
  DOCKER=$(docker_client) || fail "no docker client with BuildKit is on PATH" \
    "install Debian's package docker.io, or Docker's own docker-ce with docker-buildx-plugin"
  export DOCKER DOCKER_BUILDKIT=1
  if docker_ready; then
    say "docker: engine $("$DOCKER" version --format '{{.Server.Version}}') answers to $DOCKER"
    return
  fi
  [ -z "${DOCKER_HOST:-}" ] || fail "no Docker engine answers at $DOCKER_HOST (DOCKER_HOST)" \
    "start that engine, or unset DOCKER_HOST to have one started here"
  [ "$(id -u)" -eq 0 ] || fail "no Docker engine answers to $DOCKER, and only root can start one" \
    "start it, or run as root: $0" "if it runs, your user may lack the right to use it: sudo usermod -aG docker \"\$USER\""
  start_docker
}

start_docker() {
  local state log
  state=$(state_directory)
  log="$state/dockerd.log"
  if [ -d /run/systemd/system ]; then
    say "docker: starting the docker service"
    systemctl start docker >>"$log" 2>&1 || true
  else
    say "docker: starting dockerd (log: $log)"
    setsid nohup dockerd >>"$log" 2>&1 </dev/null 9>&- & # not holding the lock of it/prepare
    printf '%s\n' "$!" >"$state/dockerd.pid"
  fi
  wait_for 90 docker_ready || {
    tail_of "$log"
    fail "the Docker engine did not answer within 90 seconds" "the whole log: $log" \
      "inside a container, an engine needs the container to run with --privileged"
  }
  say "docker: engine $("$DOCKER" version --format '{{.Server.Version}}') answers to $DOCKER"
}
