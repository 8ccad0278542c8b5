# Sourced by the scripts beside it: finds Java and Maven, builds what they need. Sets $home, $java and $classpath.

home=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

java=
for candidate in "${CELLARIUS_JAVA_HOME:-}/bin/java" "${JAVA_HOME:-}/bin/java" "$(command -v java || true)" \
  /usr/lib/jvm/*/bin/java "${HOME:-}"/.sdkman/candidates/java/*/bin/java "${HOME:-}"/.jdks/*/bin/java; do
  [ -x "$candidate" ] || continue
  version=$("$candidate" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.specification.version = \([0-9]*\).*/\1/p')
  if [ "${version:-0}" -ge 25 ]; then
    java=$candidate
    break
  fi
done
if [ -z "$java" ]; then
  echo "bench: no Java 25 found; install a JDK 25 or set CELLARIUS_JAVA_HOME" >&2
  exit 69
fi

echo "bench: building ..." >&2
(cd "$home" && mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am package) >&2
# The launcher builds too, now rather than inside a timing.
"$home/cellarius" --version >&2
classpath="$home/bench/target/lib/*"

# Nothing of a run is kept but its numbers.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/cellarius-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

# bench CLASS ARGUMENT ...
bench() {
  class=$1
  shift
  "$java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.nio=ALL-UNNAMED \
    --add-modules=jdk.incubator.vector -XX:+UseParallelGC -Xmx1g -Djava.awt.headless=true -Duser.language=en -Duser.country=US -Dcellarius.home="$home" \
    -cp "$classpath" "org.cellarius.bench.$class" "$@"
}
