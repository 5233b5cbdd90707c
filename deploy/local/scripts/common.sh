# Shared by deploy/up, deploy/down and deploy/bench. Runs on bash 3.2, the version that macOS has.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Prints the feature version of a java executable, or nothing if it does not belong to a JDK.
java_feature() {
  local home version=
  [ -x "$(dirname "$1")/javac" ] || return 0
  home=$(dirname "$(dirname "$1")")
  if [ -r "$home/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" | head -n 1)
  fi
  if [ -z "$version" ]; then
    version=$("$1" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p' | head -n 1)
  fi
  printf '%s' "$version"
}

# Sets JAVA and JAVA_FEATURE: from JAVA_HOME if that is new enough, otherwise the newest JDK in the usual directories.
find_java() {
  local candidate feature
  JAVA=
  JAVA_FEATURE=0
  if [ -n "${JAVA_HOME:-}" ]; then
    feature=$(java_feature "$JAVA_HOME/bin/java")
    if [ "${feature:-0}" -ge 21 ]; then
      JAVA=$JAVA_HOME/bin/java
      JAVA_FEATURE=$feature
      return
    fi
  fi
  for candidate in "$(command -v java)" /usr/lib/jvm/*/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java \
    "$HOME"/.jdks/*/bin/java "$HOME"/.jdks/*/Contents/Home/bin/java /opt/*/bin/java /opt/*/*/bin/java \
    /opt/homebrew/opt/openjdk*/bin/java /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
    [ -x "$candidate" ] || continue
    feature=$(java_feature "$candidate")
    if [ "${feature:-0}" -ge 21 ] && [ "$feature" -gt "$JAVA_FEATURE" ]; then
      JAVA=$candidate
      JAVA_FEATURE=$feature
    fi
  done
  [ -n "$JAVA" ] ||
    fail "Sharaka needs JDK 21 or newer, but none was found: install one, or set JAVA_HOME to its directory."
}

# Succeeds if a process that deploy/up started is still running.
any_running() {
  local pid file="$ROOT/deploy/local/logs/running.json"
  [ -r "$file" ] || return 1
  for pid in $(sed -n 's/.*"pid" *: *\([0-9][0-9]*\).*/\1/p' "$file"); do
    if kill -0 "$pid" 2>/dev/null; then return 0; fi
  done
  return 1
}

# Replaces this shell with a main class of the launcher.
exec_launcher() {
  local jar=
  for jar in "$ROOT"/deploy/local/target/local-*.jar; do
    case $jar in *-sources.jar | *-tests.jar) ;; *) break ;; esac
  done
  main=$1
  shift
  exec "$JAVA" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsharaka.root="$ROOT" -Dsharaka.log.level=ERROR \
    -cp "$jar:$ROOT/deploy/local/target/lib/*" "$main" "$@"
}
