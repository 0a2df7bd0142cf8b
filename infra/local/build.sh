# Sourced by infra/up and infra/bench. Builds the platform when it is missing or older than its sources.
# Wants $root, $local, $platform, $jdk, and $module where it is another than infra/local.

module=${module:-infra/local}

build_log=$local/target/build.log
build_lock=$local/target/build.lock

# The stamp bears the time at which its build began, so what was saved during the build is newer too.
is_built() {
  [ -e "$platform/built" ] || return 1
  [ "${PLAYHEAD_BUILD-}" = never ] && return 0
  local room sources=("$root/pom.xml" "$root/.mvn")
  for room in schemas infra/web infra/testing ingest-api progress-streams query-api infra/local "$module"; do
    sources+=("$root/$room/pom.xml" "$root/$room/src/main")
  done
  # A directory is newer when something in it was added or removed.
  [ -z "$(find "${sources[@]}" -newer "$platform/built" 2>/dev/null | head -n 1)" ]
}

build_where_needed() {
  is_built && return 0
  if [ "${PLAYHEAD_BUILD-}" = never ]; then
    echo "The platform is not built, and PLAYHEAD_BUILD=never forbids it. Run: mvn package -pl $module -am" >&2
    return 1
  fi
  if ! command -v mvn >/dev/null; then
    echo "Maven (mvn) is needed to build the platform and is not on the PATH. Install it, then run this again." >&2
    return 1
  fi
  mkdir -p "$local/target" || return 1
  take_build_lock
  local status=0
  # Whoever had the lock may have built it.
  is_built || build || status=1
  rm -rf "$build_lock"
  return $status
}

# One build at a time. The lock of a killed one is taken over.
take_build_lock() {
  local owner said=
  until mkdir "$build_lock" 2>/dev/null; do
    owner=$(cat "$build_lock/pid" 2>/dev/null)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$build_lock"
    else
      [ -n "$said" ] || echo "Another build is running (process ${owner:-unknown}); waiting for it"
      said=yes
      sleep 1
    fi
  done
  echo $$ >"$build_lock/pid"
}

# Maven in the background, so that a signal ends it at once, and it with this.
build() {
  echo "Building the platform. The whole log: $build_log"
  : >"$build_log"
  (cd "$root" && JAVA_HOME=$jdk exec mvn -B -ntp -Dstyle.color=never package \
    -pl "$module" -am -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$build_log" 2>&1 &
  local maven=$! status=0
  trap 'stop_build $maven 130' INT
  trap 'stop_build $maven 143' TERM
  trap 'stop_build $maven 129' HUP
  show_progress $maven
  wait $maven || status=$?
  trap - INT TERM HUP
  if [ $status -ne 0 ]; then
    grep '^\[ERROR\]' "$build_log" | head -n 20 >&2
    echo "The build failed. The whole log: $build_log" >&2
    return 1
  fi
}

stop_build() {
  echo
  kill "$1" 2>/dev/null
  wait "$1"
  rm -rf "$build_lock"
  exit "$2"
}

# A line for each module, and how long it took, as long as $1 runs.
show_progress() {
  local line running=yes began=
  exec 3<"$build_log"
  while [ -n "$running" ]; do
    # Asked before the log is read, so that its last lines are read too.
    kill -0 "$1" 2>/dev/null || running=
    while IFS= read -r line <&3; do
      case $line in
        '[INFO] Building Playhead '*']')
          module_done
          line=${line#'[INFO] Building '}
          printf '  %-28s' "${line%% [0-9]*}"
          began=$SECONDS ;;
      esac
    done
    [ -z "$running" ] || sleep 1
  done
  module_done
  exec 3<&-
}

module_done() {
  [ -z "$began" ] || printf '%4d s\n' $((SECONDS - began))
}
