# Sourced by the scripts in infra. Finds a JDK 25.

# Where to look for JDKs, each entry a directory or a pattern of directories, separated by colons.
# PLAYHEAD_JDK_SEARCH replaces it, and the environment's own Java too.
default_jdk_search='/usr/lib/jvm/*:/usr/java/*:/opt/java/*'
default_jdk_search="$default_jdk_search:$HOME/.sdkman/candidates/java/*:$HOME/.jdks/*:$HOME/.jdks/*/Contents/Home"
default_jdk_search="$default_jdk_search:/Library/Java/JavaVirtualMachines/*/Contents/Home"

# Whether $1 is the home of a JDK 25: by its release file, and where it has none by asking it.
is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="\{0,1\}25[".+-]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q 'version "25[".+-]'
  fi
}

# The home that a java on the PATH belongs to, through any links.
home_of_java_on_path() {
  local java link
  java=$(command -v java) || return 1
  while link=$(readlink "$java"); do
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  (cd "$(dirname "$java")/.." && pwd -P)
}

# Prints the home of a JDK 25, or says what to do.
find_jdk_25() {
  local candidate
  if [ -z "${PLAYHEAD_JDK_SEARCH+set}" ]; then
    for candidate in "${PLAYHEAD_JAVA_HOME-}" "${JAVA_HOME-}" "$(home_of_java_on_path)"; do
      if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
        printf '%s\n' "$candidate"
        return
      fi
    done
  fi
  local IFS=:
  for candidate in ${PLAYHEAD_JDK_SEARCH-$default_jdk_search}; do
    if is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  echo "No JDK 25 found. Install one (https://adoptium.net), or name its directory with PLAYHEAD_JAVA_HOME." >&2
  return 1
}
