#!/usr/bin/env bash
# Follows docs/RELEASING.md word for word, in a clone of what is committed and with a key made on the spot, up to the
# folder that would be uploaded; then uses nothing but that folder: verifies it, and judges a change by the plugin in it,
# in a build, by its prefix, and in a pipeline.
set -eu
cd "$(dirname "$0")/../.."

consumer=$PWD/src/release/consumer
scratch=$(mktemp -d)
trap 'finish $?' EXIT
export GNUPGHOME=$scratch/gpg
mkdir -m 700 "$GNUPGHOME"

finish() {
    [ "$1" = 0 ] || tail -n 40 "$scratch/log" >&2
    gpgconf --kill all
    rm -rf "$scratch"
}

say() {
    printf '    %s\n' "$1"
}

fail() {
    printf 'try-release.sh: %s\n' "$1" >&2
    exit 1
}

# The blocks marked sh of the page's section $1.
blocks() {
    awk -v section="## $1" '
        /^## / { inside = $0 == section }
        /^```/ { shown = inside && $0 == "```sh"; next }
        shown' "$scratch/clone/docs/RELEASING.md"
}

# Whether the command after the words $1 fails, and says them.
refused() {
    words=$1
    shift
    if "$@" >"$scratch/log" 2>&1; then
        fail "'$*' should have been refused: $words"
    fi
    grep -qF -- "$words" "$scratch/log" || fail "'$*' was refused, and not because: $words"
}

prepare() {
    git clone -q . "$scratch/clone"
    cd "$scratch/clone"
    git config user.name 'Ada Trial'
    git config user.email ada@gatekeeper.test
    # Maven itself needn't be fetched again.
    if [ -d "$OLDPWD/.mvn/maven" ]; then cp -R "$OLDPWD/.mvn/maven" .mvn/maven; fi
    refused 'is none of a release' .ci/verified-mvn -B -ntp -Prelease validate
    for missing in release.url release.scm release.developer.name release.developer.email; do
        grep -q "$missing is missing or a placeholder" "$scratch/log" || fail "a release goes on without $missing"
    done
    say 'A release is refused as long as nobody stands for it'

    sed -i -e 's|<release.url />|<release.url>https://gatekeeper.test/</release.url>|' \
        -e 's|<release.scm />|<release.scm>https://gatekeeper.test/gatekeeper.git</release.scm>|' \
        -e 's|<release.developer.name />|<release.developer.name>Ada Trial</release.developer.name>|' \
        -e 's|<release.developer.email />|<release.developer.email>ada@gatekeeper.test</release.developer.email>|' pom.xml
    gpg -q --batch --passphrase trial --quick-generate-key 'Trial <ada@gatekeeper.test>' ed25519 sign 1d 2>"$scratch/log"
    gpg --armor --export ada@gatekeeper.test >docs/release-key.asc
    git add docs/release-key.asc
    git commit -qam 'Say who publishes'
    MAVEN_GPG_KEY=$(gpg --batch --pinentry-mode loopback --passphrase trial --armor --export-secret-keys ada@gatekeeper.test)
    MAVEN_GPG_PASSPHRASE=trial
    export MAVEN_GPG_KEY MAVEN_GPG_PASSPHRASE
}

release() {
    # shellcheck disable=SC1090 # what the page says
    . <(blocks 'Release it') >"$scratch/log" 2>&1
    maven=$PWD/.mvn/maven/$(ls .mvn/maven | grep -v gz)/bin
    git show "v$version:docs/CHANGELOG.md" | grep -q "^## $version ($day)$" || fail 'the changelog of the release has no day'
    ! git grep -qF -- "$version-SNAPSHOT" "v$version" || fail 'the release still names the snapshot'
    ! grep -F '${' "$release.pom" || fail 'the published POM has a variable'
    for ending in '' .asc .md5 .sha1 .sha256 .sha512; do
        for file in .jar .pom -sources.jar -javadoc.jar -cyclonedx.json; do
            [ -s "$release$file$ending" ] || fail "there is no $release$file$ending"
        done
    done
    grep -q "^  <version>$next</version>$" pom.xml || fail "main doesn't go on with $next"
    say "$version is in the folder, the same from two builds"
}

# The bill of materials names what the build packs, and of each of these the jar has classes, and no others but ours.
hold_bill_against_jar() {
    mvn -q -B -ntp -Pmatrix dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile="$scratch/packed" >"$scratch/log"
    tr : '\n' <"$scratch/packed" | sort >"$scratch/libraries"
    sed 's|.*/||; s|\.jar$||' "$scratch/libraries" | sort >"$scratch/names"
    sed -n 's|.*"purl" : "pkg:maven/[^/]*/\([^@]*\)@\([^?]*\).*|\1-\2|p' "$release-cyclonedx.json" | grep -vx "gatekeeper-maven-plugin-$version" |
        sort -u | diff - "$scratch/names" || fail 'the bill of materials names other libraries than those that are packed'
    unzip -Z1 "$release.jar" '*.class' | grep -v '^dev/gatekeeper/' | sort >"$scratch/inside"
    while read -r library; do
        unzip -Z1 "$library" '*.class' | sort >"$scratch/library"
        comm -12 "$scratch/library" "$scratch/inside" | grep -q . || fail "nothing of $library is in the jar, and it is listed"
        cat "$scratch/library" >>"$scratch/listed"
    done <"$scratch/libraries"
    ! sort -u "$scratch/listed" | comm -13 - "$scratch/inside" | grep . || fail 'these classes are in the jar, and no listed library has them'
    say "The bill of materials names the $(wc -l <"$scratch/libraries") libraries that are in the jar, and no other"
}

verify() {
    key=$scratch/clone/docs/release-key.asc
    mkdir "$scratch/verify"
    cd "$scratch/verify"
    # shellcheck disable=SC1090
    . <(blocks 'Verify a release') >"$scratch/log" 2>&1
    [ "$(grep -c 'Good signature' "$scratch/log")" = 3 ] || fail 'a signature is missing'
    [ "$(grep -c ': OK$' "$scratch/log")" = 3 ] || fail 'a digest is missing'
    printf x >>"$plugin.jar"
    refused 'BAD signature' gpgv --keyring ./release-key.gpg "$plugin.jar.asc" "$plugin.jar"
    say 'Signatures and digests are good, and of an altered jar they are not'
}

# Maven as its own things alone make it: an empty repository, and nothing to ask but the folder.
consume() {
    PATH=$maven:$PATH mvn -B -ntp -C -s "$scratch/settings.xml" -Dmaven.repo.local="$scratch/m2" -Dgatekeeper.target=main "$@"
}

judge() {
    git init -q -b main "$scratch/shop"
    cd "$scratch/shop"
    sed "s|@version@|$version|" "$consumer/pom.xml" >pom.xml
    sed "s|@repository@|$repository|" "$consumer/settings.xml" >"$scratch/settings.xml"
    echo '# Shop' >README.md
    git add . && git -c user.name=Ada -c user.email=ada@gatekeeper.test commit -qm 'Begin'
    git checkout -q -b change
    echo 'A shop.' >>README.md
    git -c user.name=Ada -c user.email=ada@gatekeeper.test commit -qam 'Say more'
    refused '[contract-missing]' consume gatekeeper:verify
    consume -q gatekeeper:draft -Dgatekeeper.whatChanged='The README says more' -Dgatekeeper.whyChanged='It said nothing' \
        -Dgatekeeper.tests='read it => it reads well' -Dgatekeeper.invariantsChecked='none: a README holds none'
    git add . && git -c user.name=Ada -c user.email=ada@gatekeeper.test commit -qm 'Answer for it'
    consume -q gatekeeper:verify
    consume -q validate
    say 'A change is blocked and then passes, by the prefix and in the build'
}

recipe() {
    GATEKEEPER_WORK=$scratch/$1 GATEKEEPER_MAVEN_REPOSITORY=$2
    export GATEKEEPER_WORK GATEKEEPER_MAVEN_REPOSITORY
    sh "$scratch/clone/pipelines/gatekeeper.sh" fetch >/dev/null 2>&1
    PATH=$maven:$PATH sh "$scratch/clone/pipelines/gatekeeper.sh" verify
}

judge_in_a_pipeline() {
    cd "$scratch"
    GATEKEEPER_URL=file://$scratch/shop
    GATEKEEPER_TARGET=main
    GATEKEEPER_PROTECTED=main
    GATEKEEPER_HEAD=$(git -C shop rev-parse change)
    GATEKEEPER_VERSION=$version
    GATEKEEPER_JAR_SHA256=$(cat "$release.jar.sha256")
    GATEKEEPER_POM_SHA256=$(cat "$release.pom.sha256")
    export GATEKEEPER_URL GATEKEEPER_TARGET GATEKEEPER_PROTECTED GATEKEEPER_HEAD GATEKEEPER_VERSION GATEKEEPER_JAR_SHA256 GATEKEEPER_POM_SHA256
    recipe good "$repository" >"$scratch/log" 2>&1
    cp -R "$staging" served
    printf x >>"served/${release#"$staging/"}.jar"
    refused 'is not what the recipe pins' recipe bad "file://$scratch/served"
    say 'The recipe judges by what it pins, and by nothing else'
}

prepare
release
hold_bill_against_jar
repository=file://$staging
verify
judge
judge_in_a_pipeline
