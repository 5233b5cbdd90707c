# Builds the modules if a jar is missing or older than its sources.

MODULES="contracts chassis registry-service meeting-service notification-service deploy/local"

find_maven() {
  local version major minor
  command -v mvn >/dev/null ||
    fail "Sharaka needs Maven 3.8 or newer, but there is no mvn on the PATH: install Maven, or add it to the PATH."
  # Maven itself runs on any JDK; if it would not find one, use the one that was found
  if [ -z "${JAVA_HOME:-}" ] && ! command -v java >/dev/null; then
    JAVA_HOME=$(dirname "$(dirname "$JAVA")")
    export JAVA_HOME
  fi
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  if [ "${major:-0}" -lt 3 ] || { [ "$major" -eq 3 ] && [ "${minor:-0}" -lt 8 ]; }; then
    fail "Sharaka needs Maven 3.8 or newer, but mvn on the PATH has ${version:+version }${version:-an unknown version}."
  fi
}

# Prints which module has no jar, or nothing if all have one.
unbuilt() {
  local module name
  for module in $MODULES; do
    name=$(basename "$module")
    set -- "$ROOT/$module/target/$name"-*.jar
    if [ ! -e "$1" ]; then
      printf '%s is not built' "$name"
      return
    fi
  done
}

# Prints why a build is needed, or nothing if it is not.
why_build() {
  local module newer missing
  missing=$(unbuilt)
  if [ -n "$missing" ]; then
    printf '%s' "$missing"
    return
  fi
  if [ ! -e "$BUILT" ] || [ ! -d "$ROOT/deploy/local/target/lib" ]; then
    printf 'it was last built without deploy/up'
    return
  fi
  set --
  for module in $MODULES; do
    for newer in "$ROOT/$module/pom.xml" "$ROOT/$module/src/main"; do
      [ ! -e "$newer" ] || set -- "$@" "$newer"
    done
  done
  # the resources of contracts are next to its pom
  newer=$(find "$ROOT/pom.xml" "$ROOT/contracts" "$@" -type f -newer "$BUILT" ! -path '*/target/*' | head -n 1)
  [ -z "$newer" ] || printf '%s is newer than the build' "${newer#"$ROOT"/}"
}

# Reduces Maven's log to its progress.
show_progress() {
  awk '
    /Building Sharaka/ { sub(/^.*Building /, "  "); sub(/ 0\.[^ ]*/, ""); gsub(/  +/, "  "); print; fflush(); next }
    /Downloaded from/ { if (++files % 100 == 0) { print "  … " files " files downloaded"; fflush() } }
  '
}

# Builds only if a jar is missing: to print the help, an outdated build is good enough.
build_missing() {
  [ -z "$(unbuilt)" ] || build
}

build() {
  local why log status
  BUILT=$ROOT/deploy/local/target/run/built
  why=$(why_build)
  [ -n "$why" ] || return 0
  find_maven
  log=$ROOT/deploy/local/logs/build.log
  mkdir -p "$(dirname "$log")" "$(dirname "$BUILT")"
  printf 'Building Sharaka, because %s. This takes a minute, and longer when Maven must download.\n' "$why"
  touch "$BUILT.new"
  # tell Maven's toolchain about this JDK, whatever JDK Maven itself runs on
  export "JAVA${JAVA_FEATURE}_HOME=$(dirname "$(dirname "$JAVA")")"
  set +e
  (cd "$ROOT" && mvn -B -DskipTests -Dspring-javaformat.skip=true -Dspring-javaformat.validate.skip=true package) </dev/null 2>&1 | tee "$log" | show_progress
  status=${PIPESTATUS[0]}
  set -e
  if [ "$status" -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "The build failed. The whole output of Maven is in deploy/local/logs/build.log."
  fi
  # a clean build deletes the directory of the marker
  mkdir -p "$(dirname "$BUILT")"
  if [ -e "$BUILT.new" ]; then mv "$BUILT.new" "$BUILT"; else touch "$BUILT"; fi
}
