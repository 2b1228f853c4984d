#!/usr/bin/env bash
# Maven Resolver's page on trusted checksums calls the summary file GNU coreutils compatible. Expected: whatever
# `sha256sum --check` takes is taken, so also a list that `sha256sum --binary` has written (a blank and a star
# before the name), and digests in upper case.
# Seen with Maven 3.9.16: a line whose name doesn't stand behind two blanks is no line, and its artifact is
# missing from the list; a digest in upper case is another digest. Line ends of Windows and comments are fine.
. "$(dirname "$0")/common.sh"
mkdir build list
cd build
pom pom '<dependencies><dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId>
<version>1.0.0</version></dependency></dependencies>'

# resolve SWITCH: resolves with the list in $work/list; SWITCH is record, or failIfMissing.
resolve() {
    rm -rf "$work/repository/org/jspecify"
    maven 3.9.16 -Dmaven.repo.local="$work/repository" -Daether.artifactResolver.postProcessor.trustedChecksums=true \
        -Daether.artifactResolver.postProcessor.trustedChecksums.checksumAlgorithms=SHA-256 \
        -Daether.artifactResolver.postProcessor.trustedChecksums."$1"=true \
        -Daether.trustedChecksumsSource.summaryFile=true \
        -Daether.trustedChecksumsSource.summaryFile.originAware=false \
        -Daether.trustedChecksumsSource.summaryFile.basedir="$work/list" \
        org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile="$work/path" > "$work/log" || true
    if grep -q 'checksum mismatch' "$work/log"; then echo mismatch
    elif grep -q 'Missing from' "$work/log"; then echo missing
    elif grep -q ERROR "$work/log"; then sed -n 1p "$work/log"
    else echo resolved; fi
}

# altered COMMAND ARGUMENT...: what comes of the list where the jar's line has gone through that.
altered() {
    "$@" < "$work/jar-line" > "$work/jar-line.altered"
    cat "$work/other-lines" "$work/jar-line.altered" > "$work/list/checksums.sha256"
    (cd "$work/repository" && sha256sum --check --quiet "$work/jar-line.altered" > /dev/null 2>&1 && printf 'sha256sum: ok, ' || printf 'sha256sum: no, ')
    resolve failIfMissing
}

resolve record > /dev/null
grep 'jspecify-1.0.0.jar$' "$work/list/checksums.sha256" > "$work/jar-line"
grep -v 'jspecify-1.0.0.jar$' "$work/list/checksums.sha256" > "$work/other-lines"
cp -r "$work/repository" "$work/kept"
# sha256sum needs the jar while Maven fetches it anew.
altered_all() { cp -rn "$work/kept/." "$work/repository/"; altered "$@"; }

expect 'as recorded'           'sha256sum: ok, resolved' "$(altered_all cat)"
expect 'binary mode'           'sha256sum: ok, missing'  "$(altered_all sed 's/  / */')"
expect 'digest in upper case'  'sha256sum: ok, mismatch' "$(altered_all sed 's/^[0-9a-f]*/\U&/')"
expect 'comment in between'    'sha256sum: ok, resolved' "$(altered_all sed '1i # pinned')"
finish
