#!/bin/sh
# Judges a change in a pipeline, as data: nothing of the change is checked out, and nothing of it is run.
#
#   sh gatekeeper.sh fetch     fetches target, head and reviewed commits; the only step that needs a token and the forge
#   sh gatekeeper.sh verify    downloads the plugin, checks its digest, judges; its exit code is the verdict
#
# Both are told by the environment what to judge, and take each value for what it is: nothing is evaluated, and what
# doesn't look like a value of its kind is refused. `fetch` and `verify` are given the same values:
#
#   GATEKEEPER_WORK          a folder that isn't there yet, outside of any checkout
#   GATEKEEPER_TARGET        the branch that the change wants to enter, `main` or `refs/heads/main`
#   GATEKEEPER_PROTECTED     the branches that are protected, as patterns separated by blanks: `main release/*`
#   GATEKEEPER_HEAD          the full id of the commit to judge, as the event says it
#   GATEKEEPER_BASE          in a merge queue: the full id of the commit that the queue has put head on
#   GATEKEEPER_REVIEWS       the reviews that approve, LOGIN@COMMIT, separated by commas
#
# for `fetch` alone:
#
#   GATEKEEPER_URL           the repository
#   GATEKEEPER_HEAD_REF      where head is found if the server gives no single commit: `refs/pull/42/head`
#   GATEKEEPER_TOKEN         what opens the repository, GATEKEEPER_TOKEN_USER's (`x-access-token` when left out)
#
# and for `verify` alone:
#
#   GATEKEEPER_VERSION       the plugin's version, and the SHA-256 of its jar and of its POM
#   GATEKEEPER_JAR_SHA256
#   GATEKEEPER_POM_SHA256
#   GATEKEEPER_MAVEN_REPOSITORY   the Maven repository that serves it; file:///srv/maven works too
#   GATEKEEPER_AUTHOR        who opened the change: logins or emails, separated by commas
#   GATEKEEPER_CHANGE        the number of the change, for the record
#   GATEKEEPER_SQUASHED      true where the merge queue squashes; without GATEKEEPER_BASE it says nothing
#   GATEKEEPER_ORG_POLICY    a policy file of the organisation's
#   GATEKEEPER_REPOSITORY_NAME    the repository's name where its policy gives none
#   GATEKEEPER_RECORD        a folder that isn't there yet, for the record; one in GATEKEEPER_WORK when left out
#   GATEKEEPER_SUMMARY       a file that verdict.md is written to the end of
#
# Needs git 2.32, curl, sha256sum, a JDK 17 and a Maven 3.6.3, or newer ones.
set -euf
umask 077
LC_ALL=C
export LC_ALL

die() {
    printf 'gatekeeper.sh: %s\n' "$1" >&2
    exit 1
}

# A value as a log can show it: on one line, and whatever it holds no workflow command.
shown() {
    printf '%s' "$1" | tr -c '[:print:]' '?' | cut -c 1-100
}

# Whether $1 is there and holds nothing but the characters $2, among which a ] comes first.
holds_only() {
    case $1 in
    '' | *[!$2]*) return 1 ;;
    esac
}

# The variable $1 has a path, $2, that Maven and its start script take as it is.
absolute() {
    case $2 in
    [!/]* | *[!A-Za-z0-9._/@+=,~-]*) die "$1 '$(shown "$2")' is no absolute path of letters, digits and . _ / @ + = , ~ -" ;;
    esac
}

is_id() {
    [ "${#1}" -eq 40 ] && holds_only "$1" 0-9a-f
}

# The variable $1 has the value $2.
required() {
    [ -n "$2" ] || die "$1 is not given; the recipe has to set it"
}

# What both steps are told.
read_change() {
    required GATEKEEPER_WORK "${GATEKEEPER_WORK:-}"
    required GATEKEEPER_TARGET "${GATEKEEPER_TARGET:-}"
    required GATEKEEPER_PROTECTED "${GATEKEEPER_PROTECTED:-}"
    required GATEKEEPER_HEAD "${GATEKEEPER_HEAD:-}"
    work=$GATEKEEPER_WORK
    absolute GATEKEEPER_WORK "$work"
    repository=$work/repository
    target=${GATEKEEPER_TARGET#refs/heads/}
    # Maven 3.9 replaces ${…} in a -D before any plugin sees it, and a JVM garbles what isn't ASCII: so neither gets there.
    if ! holds_only "$target" 'A-Za-z0-9._/@+=#,-' || ! git check-ref-format "refs/heads/$target"; then
        die "the target '$(shown "$target")' has a name that no protected branch should have: rename it to letters, digits and . _ / @ + = # , -"
    fi
    # Two changes with one head share its checks: one that wants to enter a branch of its author's must not pass for both.
    is_protected "$target" ||
        die "the target '$target' is none of the protected branches ($(shown "$GATEKEEPER_PROTECTED")): give the change one of these as its target"
    head=$GATEKEEPER_HEAD
    is_id "$head" || die "GATEKEEPER_HEAD '$(shown "$head")' is no full commit id"
    base=${GATEKEEPER_BASE:-}
    [ -z "$base" ] || is_id "$base" || die "GATEKEEPER_BASE '$(shown "$base")' is no full commit id"
    reviews=${GATEKEEPER_REVIEWS:-}
    [ -z "$reviews" ] || holds_only "$reviews" ']A-Za-z0-9._@+,[-' ||
        die "GATEKEEPER_REVIEWS '$(shown "$reviews")' is no list of LOGIN@COMMIT"
}

is_protected() {
    for pattern in $GATEKEEPER_PROTECTED; do
        # shellcheck disable=SC2254 # it is a pattern
        case $1 in
        $pattern) return 0 ;;
        esac
    done
    return 1
}

# Git as nothing around it has set it up, be it a variable of the runner or a line of its configuration.
clean_git() {
    for name in $(env | sed -n 's/^\(GIT_[A-Za-z0-9_]*\)=.*/\1/p'); do
        case $name in
        GIT_SSH | GIT_SSH_COMMAND | GIT_SSL_CAINFO) ;;
        *) unset "$name" ;;
        esac
    done
    GIT_CONFIG_NOSYSTEM=1
    GIT_CONFIG_GLOBAL=/dev/null
    GIT_TERMINAL_PROMPT=0
    GIT_NO_REPLACE_OBJECTS=1
    GIT_ALLOW_PROTOCOL=https:http:ssh:git:file
    export GIT_CONFIG_NOSYSTEM GIT_CONFIG_GLOBAL GIT_TERMINAL_PROMPT GIT_NO_REPLACE_OBJECTS GIT_ALLOW_PROTOCOL
}

fetch() {
    read_change
    required GATEKEEPER_URL "${GATEKEEPER_URL:-}"
    url=$GATEKEEPER_URL
    case $url in
    -*) die "GATEKEEPER_URL '$(shown "$url")' is no address" ;;
    http://*@* | https://*@*) die "GATEKEEPER_URL holds an @: a password there could be read by every process; give it as GATEKEEPER_TOKEN" ;;
    https://*) ;;
    *) [ -z "$token" ] || die "GATEKEEPER_URL '$(shown "$url")' doesn't begin with https://, and a token goes nowhere else" ;;
    esac
    head_ref=${GATEKEEPER_HEAD_REF:-}
    [ -z "$head_ref" ] || holds_only "$head_ref" 'A-Za-z0-9._/@+=#,-' || die "GATEKEEPER_HEAD_REF '$(shown "$head_ref")' is no ref"

    mkdir "$work" || die "'$work' can't be made; give a folder that isn't there yet, in one that is"
    git init -q --bare "$repository"
    # In this very run, and whole: the event's own commit of the target is old, and contracts that landed since would count again.
    # Under the name that it has in an author's clone, so that the commands of remedies mean it there, and no old branch of theirs.
    fetch_ref "+refs/heads/$target:refs/remotes/origin/$target" || die "the branch '$target' can't be fetched"
    fetch_head
    if [ -n "$base" ]; then
        [ "$(git -C "$repository" cat-file -t "$base" 2>&1)" = commit ] ||
            die "the queue's base $base is neither in head nor in '$target': the queue has been built anew; the run of its new head decides"
    fi
    fetch_reviews
    printf 'Fetched %s and refs/heads/%s, which is %s\n' "$head" "$target" "$(git -C "$repository" rev-parse "refs/remotes/origin/$target")"
}

# By its id, since a ref may have moved on: whoever pushes again meanwhile must not have one commit judged for another.
fetch_head() {
    if ! fetch_ref "$head:refs/gatekeeper/head" 2>"$work/refused"; then
        cat "$work/refused" >&2
        [ -n "$head_ref" ] || die "the commit $head can't be fetched: it was pushed over, or the server gives no single commits"
        fetch_ref "+$head_ref:refs/gatekeeper/head" || die "neither $head nor '$head_ref' can be fetched"
    fi
    found=$(git -C "$repository" rev-parse refs/gatekeeper/head)
    [ "$found" = "$head" ] || die "'$head_ref' is $found by now, and not $head: the run of that commit decides"
    [ "$(git -C "$repository" cat-file -t "$head")" = commit ] || die "$head is no commit"
}

# A commit that isn't to be had makes no approval: the verdict says so, and what to do.
fetch_reviews() {
    # The list is split by the shell: it holds no blanks, and set -f keeps it from being taken for file names.
    for review in $(printf '%s' "$reviews" | tr , ' '); do
        commit=${review##*@}
        is_id "$commit" || die "GATEKEEPER_REVIEWS holds '$(shown "$review")', which is no LOGIN@COMMIT"
        git -C "$repository" cat-file -e "$commit^{commit}" 2>/dev/null && continue
        fetch_ref "$commit:refs/gatekeeper/reviewed/$commit" || printf 'The reviewed commit %s is gone.\n' "$commit"
    done
}

# The token stands neither in an argument nor in a file, and no other command has it.
fetch_ref() (
    if [ -n "$token" ]; then
        GIT_CONFIG_COUNT=2
        GIT_CONFIG_KEY_0="http.$url.extraheader"
        GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf '%s:%s' "${GATEKEEPER_TOKEN_USER:-x-access-token}" "$token" | base64 | tr -d '\n')"
        GIT_CONFIG_KEY_1=http.followRedirects
        GIT_CONFIG_VALUE_1=false
        export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0 GIT_CONFIG_KEY_1 GIT_CONFIG_VALUE_1
    fi
    git -C "$repository" -c gc.auto=0 -c maintenance.auto=false fetch -q --no-tags --no-recurse-submodules "$url" "$1"
)

# The variable $1 has a digest, $2.
digest() {
    if [ "${#2}" -ne 64 ] || ! holds_only "$2" 0-9a-f; then
        die "$1 '$(shown "$2")' is no SHA-256: 'sha256sum' gives that of the file which you have verified"
    fi
}

# The value $2 of the variable $1 is named to Maven: no ${…}, nothing outside of ASCII.
checked() {
    [ -z "$2" ] || holds_only "$2" ']A-Za-z0-9._@+,#/ [-' || die "$1 '$(shown "$2")' holds more than letters, digits and . _ @ + , # / [ ] -"
}

# Downloads the file $1 of the Maven repository to where Maven looks.
download() {
    mkdir -p "$work/maven/${1%/*}"
    curl -fsSL --retry 3 --netrc-optional --proto '=https,http,file' -o "$work/maven/$1" -- "$from/$1"
}

# The file $1 has the digest $2.
pinned() {
    found=$(sha256sum <"$work/maven/$1" | cut -d ' ' -f 1)
    [ "$found" = "$2" ] || die "$(shown "$from/$1") is not what the recipe pins: its SHA-256 is $found, and not $2. Let it judge nothing until you know why"
}

# Maven works offline, and finds these files and no others: what judges is what the recipe pins.
bring_plugin() {
    required GATEKEEPER_MAVEN_REPOSITORY "${GATEKEEPER_MAVEN_REPOSITORY:-}"
    from=$GATEKEEPER_MAVEN_REPOSITORY
    from=${from%/}
    plugin=dev/gatekeeper/gatekeeper-maven-plugin/$version/gatekeeper-maven-plugin-$version
    for ending in jar pom; do
        download "$plugin.$ending" || die "version $version of the plugin can't be downloaded from $(shown "$from")"
    done
    pinned "$plugin.jar" "$GATEKEEPER_JAR_SHA256"
    pinned "$plugin.pom" "$GATEKEEPER_POM_SHA256"
    # Every Maven before 3.9 gives this to each plugin; a newer one does without it, so it may be missing.
    while read -r digest file; do
        if download "$file" 2>/dev/null; then pinned "$file" "$digest"; fi
    done <<'END'
c0b20bb7c354291d1c0a4fd58973b3ec9f0de6b62fde3bacb0fb27f1d24f439a org/codehaus/plexus/plexus-utils/1.1/plexus-utils-1.1.jar
e1772a8a6be92088ae069a3dd4f7c9dcbc0888434341028735da0f22481bcd47 org/codehaus/plexus/plexus-utils/1.1/plexus-utils-1.1.pom
2242fd02d12b1ca73267fb3d89863025517200e7a4ee426cba4667d0172c74c3 org/codehaus/plexus/plexus/1.0.4/plexus-1.0.4.pom
END
}

verify() {
    read_change
    version=${GATEKEEPER_VERSION:-}
    required GATEKEEPER_VERSION "$version"
    case $version in
    [!0-9]* | *[!0-9A-Za-z.-]* | *..*) die "GATEKEEPER_VERSION '$(shown "$version")' is no version" ;;
    esac
    digest GATEKEEPER_JAR_SHA256 "${GATEKEEPER_JAR_SHA256:-}"
    digest GATEKEEPER_POM_SHA256 "${GATEKEEPER_POM_SHA256:-}"
    checked GATEKEEPER_AUTHOR "${GATEKEEPER_AUTHOR:-}"
    checked GATEKEEPER_CHANGE "${GATEKEEPER_CHANGE:-}"
    checked GATEKEEPER_REPOSITORY_NAME "${GATEKEEPER_REPOSITORY_NAME:-}"
    case ${GATEKEEPER_SQUASHED:=false} in
    true | false) ;;
    *) die "GATEKEEPER_SQUASHED '$(shown "$GATEKEEPER_SQUASHED")' is neither true nor false" ;;
    esac
    [ -d "$repository" ] || die "'$repository' is not there: run 'fetch' before"
    kept=${GATEKEEPER_RECORD:-$work/record}
    absolute GATEKEEPER_RECORD "$kept"
    mkdir "$work/gate" "$work/gate/.mvn" "$kept" || die "'$work' has been judged before: give each run folders of its own"
    bring_plugin
    judge
}

judge() {
    set -- "-Dgatekeeper.repository=$repository" "-Dgatekeeper.head=$head" "-Dgatekeeper.reviews=$reviews" \
        "-Dgatekeeper.record=$kept/verdict.json" "-Dgatekeeper.isolated=true"
    if [ -n "$base" ]; then
        set -- "$@" "-Dgatekeeper.target=$base" "-Dgatekeeper.targetName=refs/heads/$target"
    else
        set -- "$@" "-Dgatekeeper.target=refs/remotes/origin/$target"
    fi
    [ -z "${GATEKEEPER_AUTHOR:-}" ] || set -- "$@" "-Dgatekeeper.author=$GATEKEEPER_AUTHOR"
    [ -z "${GATEKEEPER_CHANGE:-}" ] || set -- "$@" "-Dgatekeeper.change=$GATEKEEPER_CHANGE"
    [ -z "${GATEKEEPER_REPOSITORY_NAME:-}" ] || set -- "$@" "-Dgatekeeper.repositoryName=$GATEKEEPER_REPOSITORY_NAME"
    [ -z "${GATEKEEPER_ORG_POLICY:-}" ] || set -- "$@" "-Dgatekeeper.orgPolicy=$GATEKEEPER_ORG_POLICY"
    [ -z "$base" ] || [ "$GATEKEEPER_SQUASHED" = false ] || set -- "$@" "-Dgatekeeper.squashed=true"

    # Maven is given neither the runner's secrets nor its MAVEN_OPTS, which GitLab's own template points into the checkout,
    # and reads nothing that another job has left in the home directory.
    printf '<settings/>\n' >"$work/settings.xml"
    cd "$work/gate"
    status=0
    env -i PATH="$PATH" HOME="$work/home" MAVEN_SKIP_RC=true MAVEN_OPTS="-Duser.home=$work/home" LC_ALL=C.UTF-8 \
        ${JAVA_HOME:+"JAVA_HOME=$JAVA_HOME"} \
        mvn -B -ntp -o -s "$work/settings.xml" "-Dmaven.repo.local=$work/maven" "$@" \
        "dev.gatekeeper:gatekeeper-maven-plugin:$version:verify" </dev/null || status=$?

    record=$kept/verdict.json
    page=$kept/verdict.md
    # Asked for a verdict, and not for the absence of what is none: BLOCKED is let through by a roll-out alone.
    if [ "$status" -eq 0 ] && ! grep -Eqs '"verdict": "(PASSED|BLOCKED)"' "$record"; then
        die "Maven ended well, and nothing was judged: the settings of this machine switch the gate off"
    fi
    [ ! -f "$record" ] || printf 'The record is %s, and the page for people %s\n' "$record" "$page"
    if [ -n "${GATEKEEPER_SUMMARY:-}" ] && [ -f "$page" ]; then
        cat "$page" >>"$GATEKEEPER_SUMMARY"
    fi
    exit "$status"
}

token=${GATEKEEPER_TOKEN:-}
unset GATEKEEPER_TOKEN
clean_git
case ${1:-} in
fetch | verify) "$1" ;;
*) die "give it 'fetch' or 'verify'" ;;
esac
