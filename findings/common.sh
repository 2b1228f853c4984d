# Sourced by every finding: a temporary folder that is removed at the end, public packages of fixed
# versions in it, and comparisons that print what was seen and fail when it is no longer so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
changed=0

# pom KIND BODY: a minimal pom.xml in the current folder; KIND is its packaging.
pom() {
    cat > pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>example</groupId><artifactId>$(basename "$PWD" | tr . -)</artifactId><version>1</version>
<packaging>$1</packaging>
<properties>
<maven.compiler.release>17</maven.compiler.release>
<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
</properties>
$2
</project>
POM
}

# Maven resets the terminal's colours at its end, even when asked for none.
quiet_maven() { mvn -q -B -ntp "$@" 2>&1 | sed $'s/\e\\[[0-9;]*m//g'; }

# jars GROUP:ARTIFACT:VERSION...: these and all they need at run time, as lib/*.jar.
jars() {
    local coordinates dependencies='' group artifact version
    for coordinates in "$@"; do
        IFS=: read -r group artifact version <<< "$coordinates"
        dependencies+="<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId>"
        dependencies+="<version>$version</version></dependency>"
        echo "package: $artifact $version"
    done
    pom pom "<dependencies>$dependencies</dependencies>"
    quiet_maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$work/lib"
}

# plugin_pom: a pom.xml for a Maven plugin with goal prefix "example", its descriptor by 3.15.2.
plugin_pom() {
    echo 'package: maven-plugin-plugin 3.15.2'
    pom maven-plugin '<dependencies>
<dependency><groupId>org.apache.maven</groupId><artifactId>maven-plugin-api</artifactId>
<version>3.9.16</version><scope>provided</scope></dependency>
<dependency><groupId>org.apache.maven.plugin-tools</groupId><artifactId>maven-plugin-annotations</artifactId>
<version>3.15.2</version><scope>provided</scope></dependency>
<dependency><groupId>org.jspecify</groupId><artifactId>jspecify</artifactId>
<version>1.0.1</version><scope>provided</scope></dependency>
</dependencies>
<build><plugins>
<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-compiler-plugin</artifactId>
<version>3.16.0</version></plugin>
<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-plugin-plugin</artifactId>
<version>3.15.2</version><configuration><goalPrefix>example</goalPrefix></configuration></plugin>
</plugins></build>'
    mkdir -p src/main/java/example
}

# mojo BODY: a mojo "go" with that body, in plugin_pom's folder.
mojo() {
    cat > src/main/java/example/GoMojo.java <<JAVA
package example;

import java.util.*;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.*;

/** Goes. */
@Mojo(name = "go")
public class GoMojo extends AbstractMojo {
$1
}
JAVA
}

# plugin_user CONFIGURATION: a pom.xml that runs the goal "go" of the folder `plugin` beside it when packaging.
plugin_user() {
    pom pom "<build><plugins><plugin><groupId>example</groupId><artifactId>plugin</artifactId><version>1</version>
<executions><execution><phase>package</phase><goals><goal>go</goal></goals>
<configuration>$1</configuration></execution></executions></plugin></plugins></build>"
}

# maven VERSION ARGUMENT...: that version of Maven, fetched at its first use.
maven() {
    local home=$work/apache-maven-$1
    if [ ! -d "$home" ]; then
        (cd "$(mktemp -d -p "$work")" && quiet_maven org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy \
            -Dartifact="org.apache.maven:apache-maven:$1:tar.gz:bin" -DoutputDirectory="$work") >&2
        tar xzf "$work/apache-maven-$1-bin.tar.gz" -C "$work"
    fi
    shift
    "$home/bin/mvn" -q -B -ntp "$@" 2>&1 | sed $'s/\e\\[[0-9;]*m//g'
}

# descriptor_verdict: compiles, then makes the descriptor: "compiles, described", or where it fails.
descriptor_verdict() {
    if ! quiet_maven compile > compile.log; then echo "doesn't compile"; return; fi
    if quiet_maven plugin:descriptor > descriptor.log
    then echo 'compiles, described'; else echo 'compiles, descriptor fails'; fi
}

# run_java FILE ARGUMENT...: compiles and runs one source file with lib/*.jar.
run_java() { java -cp "$work/lib/*" "$@"; }

# npm_packages NAME@VERSION...: into node_modules, without running their install scripts.
npm_packages() {
    echo '{"name":"finding","private":true,"type":"module"}' > package.json
    npm install --silent --no-fund --no-audit --ignore-scripts "$@"
    printf 'package: %s\n' "$@"
}

# debs NAME[=VERSION]...: packages of Debian 12, unpacked into $work/root and not installed; the versions given are printed.
debs() {
    (cd "$(mktemp -d -p "$work")" && apt-get download -qq "$@" 2> /dev/null \
        && for deb in *.deb; do dpkg-deb -x "$deb" "$work/root"; done)
    printf '%s\n' "$@" | sed -n '/=/s/^/package: /p'
}

# python FILE ARGUMENT...: Python with what the packages in $work/root bring.
python() {
    LD_LIBRARY_PATH=$(echo "$work"/root/usr/lib/*-linux-gnu | tr ' ' :) \
        PYTHONPATH=$work/root/usr/lib/python3/dist-packages python3 "$@"
}

# expect WHAT SEEN ACTUAL: SEEN is what this finding saw when it was written.
expect() {
    if [ "$2" = "$3" ]; then
        printf 'still so: %s: %s\n' "$1" "$3"
    else
        printf 'CHANGED:  %s: was %s, is %s\n' "$1" "$2" "$3"
        changed=1
    fi
}

# field NAME: the value behind "NAME=" in the file `output`.
field() { sed -n "s/^$1=//p" output; }

finish() { exit "$changed"; }
