# Builds what is not built, or is older than its sources.

MODULES="contracts chassis registry-service meeting-service notification-service deploy/local"

find_maven() {
  local version major minor
  command -v mvn >/dev/null ||
    fail "Sharaka needs Maven 3.8 or newer and found no mvn on the PATH: install it, or add it to the PATH."
  # Maven runs on any JDK; where it would find none, it gets ours
  if [ -z "${JAVA_HOME:-}" ] && ! command -v java >/dev/null; then
    JAVA_HOME=$(dirname "$(dirname "$JAVA")")
    export JAVA_HOME
  fi
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  if [ "${major:-0}" -lt 3 ] || { [ "$major" -eq 3 ] && [ "${minor:-0}" -lt 8 ]; }; then
    fail "Sharaka needs Maven 3.8 or newer, and mvn on the PATH is ${version:-of an unknown version}."
  fi
}

# Prints which module has no jar, or nothing.
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

# Prints why a build is needed, or nothing.
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
  # contracts keeps its resources beside its pom
  newer=$(find "$ROOT/pom.xml" "$ROOT/contracts" "$@" -type f -newer "$BUILT" ! -path '*/target/*' | head -n 1)
  [ -z "$newer" ] || printf '%s is newer than the build' "${newer#"$ROOT"/}"
}

# Maven's log, cut down to what says how far it is.
show_progress() {
  awk '
    /Building Sharaka/ { sub(/^.*Building /, "  "); sub(/ 0\.[^ ]*/, ""); gsub(/  +/, "  "); print; fflush(); next }
    /Downloaded from/ { if (++files % 100 == 0) { print "  … " files " files downloaded"; fflush() } }
  '
}

# To say how it is used, an old build is good enough.
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
  # however Maven itself runs, its compiler finds the JDK that was found here
  export "JAVA${JAVA_FEATURE}_HOME=$(dirname "$(dirname "$JAVA")")"
  set +e
  (cd "$ROOT" && mvn -B -DskipTests -Dspring-javaformat.skip=true -Dspring-javaformat.validate.skip=true package) </dev/null 2>&1 | tee "$log" | show_progress
  status=${PIPESTATUS[0]}
  set -e
  if [ "$status" -ne 0 ]; then
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    fail "The build failed; all that Maven said is in deploy/local/logs/build.log."
  fi
  # Maven may have cleaned the directory that the mark was in
  mkdir -p "$(dirname "$BUILT")"
  if [ -e "$BUILT.new" ]; then mv "$BUILT.new" "$BUILT"; else touch "$BUILT"; fi
}
